namespace Glossary.Samples;

/// <summary>Where the long words of the samples may be broken.</summary>
internal static class Hyphenation
{
    private static readonly Dictionary<string, string> Words = """
        bio-re-ac-tor op-er-a-tion op-er-a-tors ster-il-iza-tion tem-per-a-ture cul-ti-va-tion con-den-sate trans-fer co-ef-fi-cient ox-y-gen
        dis-solved vol-u-met-ric me-chan-i-cal main-te-nance in-oc-u-la-tion re-sis-tance ther-mome-ter cal-i-brated per-i-stal-tic con-trol-ler
        dif-fer-en-tial de-scribes vis-cos-ity ge-om-e-try im-pel-ler pres-sure ex-haust mon-i-tored cir-cum-fer-en-tial cas-cade ster-il-ized
        Bio-re-ak-tor Be-triebs-an-lei-tung Ste-ri-li-sa-ti-on Ste-ri-li-sa-ti-ons-tem-pe-ra-tur Kul-tur-me-di-um Kul-tur-me-di-ums Rüh-rer-dreh-zahl
        Sau-er-stoff-trans-fer-ra-te Sau-er-stoff-auf-nah-me-ra-te Stoff-über-gangs-ko-ef-fi-zi-ent Stoff-über-gangs-ko-ef-fi-zi-en-ten
        Gleit-ring-dich-tung Mas-sen-durch-fluss-reg-ler Mas-sen-durch-fluss-reg-lers Wi-der-stands-ther-mo-me-ter Be-ga-sungs-ra-te Ge-löst-sau-er-stoff
        Kul-ti-vie-rung Si-cher-heits-ven-til Bo-den-ab-lass-ven-til Pro-be-nah-me-ven-til Kon-den-sat-ab-lei-ter Um-fangs-ge-schwin-dig-keit
        Dif-fe-renz-druck Wech-sel-ar-ma-tu-ren Schlauch-pum-pe Schlauch-pum-pen Trans-fer-lei-tung Stan-dard-ar-beits-an-wei-sung spei-cher-pro-gram-mier-ba-re
        """
        .Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
        .ToDictionary(word => word.Replace("-", string.Empty, StringComparison.Ordinal), StringComparer.Ordinal);

    /// <summary>Heads of a word that may end a line, longest first, without the hyphen.</summary>
    public static IEnumerable<string> Heads(string word)
    {
        var bare = word.TrimEnd('.', ',', ';', ':', ')');
        if (!Words.TryGetValue(bare, out var syllables))
        {
            yield break;
        }

        var parts = syllables.Split('-');
        for (var count = parts.Length - 1; count > 0; count--)
        {
            var head = string.Concat(parts.Take(count));
            if (head.Length >= 3 && bare.Length - head.Length >= 3)
            {
                yield return head;
            }
        }
    }
}
