using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Glossary.LocalHost.Tests.Hosts;

namespace Glossary.LocalHost.Tests.Migrations;

/// <summary>What a host with one term store answers to wishes for a copy in another.</summary>
public sealed class MigrationsTests(HostFixture host) : IDisposable
{
    private readonly Product product = new(host.Address);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => product.Dispose();

    [Theory]
    [InlineData("Tables", "The terms are in Tables already")]
    [InlineData("Cosmos", "Glossary__Cosmos__Endpoint")]
    [InlineData(null, "Say where to copy to: Tables or Cosmos.")]
    public async Task A_wish_that_cannot_be_met_is_refused_with_what_to_do(string? to, string said)
    {
        var glossary = await product.CreateAsync($"Migrations to {to ?? "nowhere"}");

        using var answer = await PostAsync(glossary, to);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal("invalid-request", problem.GetProperty("code").GetString());
        Assert.Contains(said, problem.GetProperty("errors").GetProperty("to")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_glossary_that_is_not_there_has_nothing_to_copy()
    {
        using var answer = await PostAsync("never-made", "Cosmos");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private Task<HttpResponseMessage> PostAsync(string glossary, string? to) =>
        product.Http.PostAsJsonAsync($"/api/v1/glossaries/{glossary}/migrations", new { to }, Cancellation);
}
