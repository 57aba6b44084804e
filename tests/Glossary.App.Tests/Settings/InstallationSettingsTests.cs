using Glossary.App.Kernel.Records;
using Glossary.App.Kernel.Settings;
using Glossary.App.Kernel.SignIn;
using Microsoft.Extensions.Configuration;

namespace Glossary.App.Tests.Settings;

public sealed class InstallationSettingsTests
{
    [Fact]
    public void Without_settings_there_are_the_documented_defaults_and_nobody_is_believed()
    {
        var settings = Read();

        Assert.Equal(new GlossarySettings(), settings.Glossary);
        Assert.Equal(TermStoreSettings.Default, settings.TermStore);
        Assert.Equal((SignInSource.None, 0, false), (settings.SignIn.Source, settings.SignIn.Admins.Count, settings.JsonLogs));
    }

    [Fact]
    public void Every_setting_arrives()
    {
        var settings = Read(
            ("CreateGlossaries", "false"), ("AllowedExtensions:0", ".pdf"), ("Limits:MaximumPages", "7"), ("Reader:MaximumTime", "00:01:00"),
            ("Api:Burst", "9"), ("SignIn", "platform"), ("Admins", "ada, bob"), ("Logs", "json"), ("Search:MaximumMemory", "99"));

        Assert.False(settings.Glossary.CreateGlossaries);
        Assert.Equal(99, settings.Glossary.Search.MaximumMemory);
        Assert.Equal([".pdf"], settings.Glossary.Extensions);
        Assert.Equal((7, 9, TimeSpan.FromMinutes(1)), (settings.Glossary.Limits.MaximumPages, settings.Api.Burst, settings.Reader.MaximumTime));
        Assert.Equal((SignInSource.Platform, true), (settings.SignIn.Source, settings.JsonLogs));
        Assert.Equal(["ada", "bob"], settings.SignIn.Admins.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_mistake_is_a_sentence_that_names_its_setting()
    {
        var refused = Assert.Throws<SettingsException>(() => Read(
            ("Limits:MaximumBytes", "much"), ("Limits:MaximumPages", "0"), ("Reader:MaximumTime", "soon"), ("ReadLinkLifetime", "02:00:00"),
            ("CreateGlossaries", "maybe"), ("AllowedExtensions:0", ".exe"), ("SignIn", "Everybody"), ("Logs", "7")));

        Assert.Equal(
            [
                "Glossary__AllowedExtensions__0 is “.exe”", "Glossary__CreateGlossaries is “maybe”, and must be true or false.",
                "Glossary__Limits__MaximumBytes is “much”, and must be a whole number.", "Glossary__Limits__MaximumPages is 0, and must be greater than 0.",
                "Glossary__Logs is “7”, and must be one of: Text, Json.", "Glossary__ReadLinkLifetime is 02:00:00, and may be 01:00:00 at most.",
                "Glossary__Reader__MaximumTime is “soon”, and must be a time such as 00:10:00.",
                "Glossary__SignIn is “Everybody”, and must be one of: None, Platform, Development.",
            ],
            refused.Mistakes.Order(StringComparer.Ordinal).Select(mistake => mistake.Split(", and must be one of: .")[0]));
    }

    [Fact]
    public void A_mistake_of_the_search_names_its_setting()
    {
        var refused = Assert.Throws<SettingsException>(() => Read(("Search:MaximumMemory", "much"), ("Search:Patience", "-00:00:01")));

        Assert.Contains("Glossary__Search__MaximumMemory is “much”", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Glossary__Search__Patience is -00:00:01", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Terms_are_in_Cosmos_where_the_setting_says_so_and_an_account_is_named()
    {
        var byIdentity = Read(("TermStore", "cosmos"), ("Cosmos:Endpoint", "https://a.documents.azure.com/"), ("Cosmos:ClientId", "id")).TermStore;
        var byKey = Read(("TermStore", "Cosmos"), ("Cosmos:ConnectionString", "AccountEndpoint=…"), ("Cosmos:Database", "terms")).TermStore;

        Assert.Equal(
            new TermStoreSettings(TermStoreService.Cosmos, new CosmosSettings { Endpoint = new Uri("https://a.documents.azure.com/"), ClientId = "id" }), byIdentity);
        Assert.Equal(
            new TermStoreSettings(TermStoreService.Cosmos, new CosmosSettings { ConnectionString = "AccountEndpoint=…", Database = "terms" }), byKey);
    }

    [Fact]
    public void An_account_that_does_not_serve_may_be_named_for_a_copy()
    {
        var settings = Read(("Cosmos:Endpoint", "https://a.documents.azure.com/")).TermStore;

        Assert.Equal(TermStoreService.Tables, settings.Service);
        Assert.NotNull(settings.Cosmos);
    }

    [Theory]
    [InlineData("Oracle", null, null, "Glossary__TermStore is “Oracle”, and must be one of: Tables, Cosmos.")]
    [InlineData("Cosmos", null, null, "Glossary__TermStore is Cosmos, and needs Glossary__Cosmos__Endpoint, the account's address, or for development Glossary__Cosmos__ConnectionString.")]
    [InlineData("Cosmos", "https://a/", "AccountEndpoint=…", "Glossary__Cosmos__Endpoint and Glossary__Cosmos__ConnectionString both name an account. Set one of them.")]
    [InlineData("Cosmos", "http://a/", null, "Glossary__Cosmos__Endpoint is “http://a/”, and must be an address such as https://account.documents.azure.com/.")]
    [InlineData("Tables", "account", null, "Glossary__Cosmos__Endpoint is “account”, and must be an address such as https://account.documents.azure.com/.")]
    public void A_term_store_that_cannot_be_used_is_a_sentence(string service, string? endpoint, string? connectionString, string sentence)
    {
        var refused = Assert.Throws<SettingsException>(
            () => Read(("TermStore", service), ("Cosmos:Endpoint", endpoint!), ("Cosmos:ConnectionString", connectionString!)));

        Assert.Equal([sentence], refused.Mistakes);
    }

    private static InstallationSettings Read(params (string Name, string Value)[] settings) => InstallationSettings.Read(
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create("Glossary:" + setting.Name, (string?)setting.Value)))
            .Build());
}
