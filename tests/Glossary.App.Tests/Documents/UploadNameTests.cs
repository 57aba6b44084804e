using System.Text;
using CsCheck;
using Glossary.App.Kernel.Documents;

namespace Glossary.App.Tests.Documents;

public sealed class UploadNameTests
{
    [Theory]
    [InlineData("hydraulics/manual.pdf", "hydraulics", "manual.pdf")]
    [InlineData("hydraulics/part 1/manual.pdf", "hydraulics", "manual.pdf")]
    [InlineData("manual.pdf", null, "manual.pdf")]
    [InlineData("/manual.pdf", null, "manual.pdf")]
    public void A_blob_name_is_split_at_its_first_slash(string blobName, string? folder, string fileName)
    {
        var name = UploadName.Parse(blobName);

        Assert.Equal(folder, name.Folder);
        Assert.Equal(fileName, name.FileName);
    }

    [Fact]
    public void A_blob_name_without_a_last_part_still_has_something_to_show() =>
        Assert.NotEmpty(UploadName.Parse("hydraulics/").FileName);

    [Theory]
    [InlineData("manual\u202Efdp.exe", "manualfdp.exe")]
    [InlineData("\u2066a\u2069\u200E.pdf", "a.pdf")]
    [InlineData("a\u0000b\r\n\tc\u007F\u0085.pdf", "abc.pdf")]
    [InlineData("a\u2028b\u2029.pdf", "ab.pdf")]
    [InlineData("e\u0301tude.pdf", "étude.pdf")]
    public void Characters_that_hide_what_a_name_is_are_dropped(string given, string shown)
    {
        Assert.Equal(shown, UploadName.Clean(given));
        Assert.Equal(shown, UploadName.Parse("glossary/" + given).FileName);
    }

    [Fact]
    public void Half_a_letter_or_a_reversed_mark_breaks_no_name()
    {
        Assert.EndsWith(".pdf", UploadName.Clean("a\uD83D.pdf"), StringComparison.Ordinal);
        Assert.EndsWith(".pdf", UploadName.Clean("\uFFFEa.pdf"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(@"C:\Users\me\manual.pdf", "manual.pdf")]
    [InlineData("../../etc/passwd.pdf", "passwd.pdf")]
    [InlineData("..", "")]
    [InlineData("folder/..", "")]
    [InlineData("  .manual.pdf. ", "manual.pdf")]
    public void Path_parts_and_dots_at_the_ends_are_dropped(string given, string clean) =>
        Assert.Equal(clean, UploadName.Clean(given));

    [Fact]
    public void A_long_name_keeps_its_extension()
    {
        var clean = UploadName.Clean(new string('m', 500) + ".pdf");

        Assert.Equal(200, clean.Length);
        Assert.EndsWith("m.pdf", clean, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_name_is_not_cut_inside_a_character()
    {
        var clean = UploadName.Clean("m" + string.Concat(Enumerable.Repeat("\U0001F600", 200)) + ".pdf");

        Assert.True(clean.Length <= 200);
        Assert.DoesNotContain(Rune.ReplacementChar, clean.EnumerateRunes());
        Assert.EndsWith(".pdf", clean, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_is_given_the_clean_name_can_be_part_of_a_blob_name() =>
        Gen.String[Gen.Char, 0, 300].Sample(given =>
        {
            var clean = UploadName.Clean(given);
            return clean.Length <= 200
                && !clean.Contains('/') && !clean.Contains('\\')
                && clean is not ("." or "..")
                && !clean.Any(char.IsControl)
                && clean.IsNormalized();
        });
}
