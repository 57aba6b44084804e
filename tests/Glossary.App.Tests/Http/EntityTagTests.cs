using Glossary.App.Kernel.Http;

namespace Glossary.App.Tests.Http;

public sealed class EntityTagTests
{
    [Fact]
    public void A_store_version_has_one_short_tag_without_quotes()
    {
        var tag = EntityTag.Of("W/\"datetime'2026-01-01T00%3A00%3A00Z'\"");

        Assert.Equal(tag, EntityTag.Of("W/\"datetime'2026-01-01T00%3A00%3A00Z'\""));
        Assert.NotEqual(tag, EntityTag.Of("W/\"datetime'2026-01-01T00%3A00%3A01Z'\""));
        Assert.Matches("^[0-9a-f]{16}$", tag);
    }
}
