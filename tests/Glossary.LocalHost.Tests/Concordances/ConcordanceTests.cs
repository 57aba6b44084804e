using System.Net;
using System.Text.Json;
using Glossary.LocalHost.Tests.Hosts;

namespace Glossary.LocalHost.Tests.Concordances;

/// <summary>The concordance over HTTP on real documents.</summary>
public sealed class ConcordanceTests(HostFixture host) : IDisposable
{
    private readonly Product product = new(host.Address);

    public void Dispose() => product.Dispose();

    [Fact]
    public async Task A_text_is_shown_wherever_it_stands_in_the_order_of_the_documents_or_by_its_neighbours()
    {
        var glossary = await product.CreateAsync("Concordance");
        var manual = await product.UploadAsync(glossary, "manual.pdf", Product.Sample("bioreactor-manual.en.pdf"));
        var again = await product.UploadAsync(glossary, "again.pdf", Product.Sample("bioreactor-manual.en.pdf"));
        await product.SettledAsync(glossary, manual);
        await product.SettledAsync(glossary, again);
        var path = $"/api/v1/glossaries/{glossary}/concordance?q=the%20VESSEL";

        var all = await product.ListAsync(path);
        Assert.Equal([manual, again], all.Select(Document).Distinct().OrderBy(id => id == manual ? 0 : 1));
        Assert.All(all, line => Assert.Equal("the vessel", line.GetProperty("text").GetString(), ignoreCase: true));
        foreach (var line in all)
        {
            var text = (await product.GetAsync($"/api/v1/glossaries/{glossary}/documents/{Document(line)}/text?page={line.GetProperty("page").GetInt32()}")).GetProperty("text").GetString()!;
            Assert.Equal("the vessel", text.Substring(line.GetProperty("start").GetInt32(), line.GetProperty("length").GetInt32()).ReplaceLineEndings(" "), ignoreCase: true);
        }

        Assert.Equal(all.Select(Key), (await product.ListAsync(path + "&$top=1")).Select(Key));
        Assert.Equal(all.Where(line => Document(line) == manual).Select(Key), (await product.ListAsync($"{path}&document={manual}")).Select(Key));

        foreach (var (sort, side) in new[] { ("Left", "left"), ("Right", "right") })
        {
            var sorted = await product.ListAsync($"{path}&sort={sort}&$top=3");
            Assert.Equal(all.Select(Key).Order(), sorted.Select(Key).Order());
            var neighbours = sorted.Select(line => Neighbour(line.GetProperty(side).GetString()!, side)).ToList();
            Assert.Equal(neighbours.Order(StringComparer.InvariantCultureIgnoreCase), neighbours);
        }
    }

    [Fact]
    public async Task Only_nothing_is_an_error()
    {
        var glossary = await product.CreateAsync("Concordance of odd texts");
        foreach (var (text, expected) in new[]
        {
            ("", HttpStatusCode.BadRequest), ("%20", HttpStatusCode.BadRequest), (new string('a', 201), HttpStatusCode.BadRequest), ("(((", HttpStatusCode.OK),
            ("*", HttpStatusCode.OK), ("%F0%9F%98%80", HttpStatusCode.OK), ("%D9%85%D8%B6%D8%AE%D8%A9", HttpStatusCode.OK),
        })
        {
            using var answer = await product.Http.GetAsync($"/api/v1/glossaries/{glossary}/concordance?q={text}", TestContext.Current.CancellationToken);
            Assert.Equal((text, expected), (text, answer.StatusCode));
        }
    }

    private static string Document(JsonElement line) => line.GetProperty("documentId").GetString()!;

    private static string Key(JsonElement line) => $"{Document(line)}|{line.GetProperty("page")}|{line.GetProperty("start")}";

    // The nearest word of a side, without the marks around it, as the order goes by letters.
    private static string Neighbour(string side, string name)
    {
        var words = side.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var word = words.Length == 0 ? string.Empty : name == "left" ? words[^1] : words[0];
        return string.Concat(word.Where(char.IsLetterOrDigit));
    }
}
