using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Glossary.Samples;

namespace Glossary.LocalHost.Tests.Hosts;

/// <summary>The product as a program sees it: over HTTP alone.</summary>
public sealed class Product : IDisposable
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);
    // A platform may have to start an instance first.
    private static readonly TimeSpan Patience = RunningHost.IsUsed ? TimeSpan.FromMinutes(5) : TimeSpan.FromSeconds(60);

    private readonly HttpClient client;

    public Product(Uri address)
    {
        client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = true }) { BaseAddress = address };
        client.DefaultRequestHeaders.Add("x-glossary-client", "test");
        if (RunningHost.Credential is { } credential)
        {
            client.DefaultRequestHeaders.Add(credential.Header, credential.Value);
        }
    }

    public HttpClient Http => client;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static byte[] Sample(string name) => SampleSet.All().Single(sample => sample.Name == name).Bytes;

    public void Dispose() => client.Dispose();

    public async Task<string> CreateAsync(string name)
    {
        var response = await client.PostAsJsonAsync("/api/v1/glossaries", new { name = RunningHost.Own(name) }, Cancellation);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return (await JsonAsync(response)).GetProperty("slug").GetString()!;
    }

    public async Task<string> UploadAsync(string glossary, string fileName, byte[] content)
    {
        var response = await client.PostAsJsonAsync($"/api/v1/glossaries/{glossary}/uploads", new { fileName, size = content.Length }, Cancellation);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(Cancellation));
        var ticket = await JsonAsync(response);
        using var put = new HttpRequestMessage(HttpMethod.Put, ticket.GetProperty("url").GetString()) { Content = new ByteArrayContent(content) };
        foreach (var header in ticket.GetProperty("headers").EnumerateObject())
        {
            if (!put.Headers.TryAddWithoutValidation(header.Name, header.Value.GetString()))
            {
                put.Content.Headers.TryAddWithoutValidation(header.Name, header.Value.GetString());
            }
        }

        using var storage = new HttpClient();
        Assert.Equal(HttpStatusCode.Created, (await storage.SendAsync(put, Cancellation)).StatusCode);
        return ticket.GetProperty("documentId").GetString()!;
    }

    /// <summary>Waits until a document is neither waiting nor being read.</summary>
    public async Task<JsonElement> SettledAsync(string glossary, string document) =>
        await UntilAsync($"/api/v1/glossaries/{glossary}/documents/{document}", each => each.GetProperty("state").GetString() is "Ready" or "Failed");

    /// <summary>Waits for the one document of a glossary that somebody else has uploaded.</summary>
    public async Task<JsonElement> FirstDocumentAsync(string glossary)
    {
        var list = await UntilAsync($"/api/v1/glossaries/{glossary}/documents", each => each.GetProperty("value").GetArrayLength() > 0);
        return await SettledAsync(glossary, list.GetProperty("value")[0].GetProperty("id").GetString()!);
    }

    /// <summary>Looks at an address until what it answers is as wanted.</summary>
    public async Task<JsonElement> UntilAsync(string path, Func<JsonElement, bool> isReached)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(Patience);
        using var timer = new PeriodicTimer(LookEvery);
        JsonElement? last = null;
        try
        {
            do
            {
                var response = await client.GetAsync(path, patience.Token);
                if (response.StatusCode == HttpStatusCode.OK && isReached((last = await JsonAsync(response)).Value))
                {
                    return last.Value;
                }
            }
            while (await timer.WaitForNextTickAsync(patience.Token));
        }
        catch (OperationCanceledException) when (!Cancellation.IsCancellationRequested)
        {
            Assert.Fail($"{path} did not become as wanted; its last answer was {last}");
        }

        throw new InvalidOperationException("The timer ended.");
    }

    public async Task<JsonElement> GetAsync(string path)
    {
        var response = await client.GetAsync(path, Cancellation);
        Assert.True(response.IsSuccessStatusCode, $"{path}: {response.StatusCode} {await response.Content.ReadAsStringAsync(Cancellation)}");
        return await JsonAsync(response);
    }

    /// <summary>Everything in a list, page by page.</summary>
    public async Task<List<JsonElement>> ListAsync(string path)
    {
        var all = new List<JsonElement>();
        for (var next = path; next is not null;)
        {
            var page = await GetAsync(next);
            all.AddRange(page.GetProperty("value").EnumerateArray());
            next = page.TryGetProperty("nextLink", out var link) ? link.GetString() : null;
        }

        return all;
    }

    /// <summary>Starts work in the background.</summary>
    /// <returns>Address of the operation.</returns>
    public async Task<string> StartAsync(string path, object wish)
    {
        var response = await client.PostAsJsonAsync(path, wish, Cancellation);
        Assert.True(response.StatusCode == HttpStatusCode.Accepted, await response.Content.ReadAsStringAsync(Cancellation));
        return response.Headers.GetValues("Operation-Location").Single();
    }

    /// <summary>The file that an operation made.</summary>
    public async Task<byte[]> FileAsync(string operation)
    {
        var link = await GetAsync($"{operation}/file");
        using var storage = new HttpClient();
        return await storage.GetByteArrayAsync(link.GetProperty("url").GetString(), Cancellation);
    }

    public async Task<string> ExportAsync(string glossary, string format, params string[] states)
    {
        var operation = await StartAsync($"/api/v1/glossaries/{glossary}/exports", new { format, states });
        await UntilAsync(operation, each => each.GetProperty("state").GetString() == "Succeeded");
        return System.Text.Encoding.UTF8.GetString(await FileAsync(operation));
    }

    public static async Task<JsonElement> JsonAsync(HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(Cancellation)).RootElement;
}
