using Glossary.App.Kernel.Documents;

namespace Glossary.App.Tests.Documents;

public sealed class DocumentIdentityTests
{
    [Fact]
    public void The_same_blob_of_the_same_glossary_is_the_same_document() =>
        Assert.Equal(DocumentIdentity.Of("pumps", "pumps/a.pdf"), DocumentIdentity.Of("pumps", "pumps/a.pdf"));

    [Fact]
    public void Another_glossary_or_another_name_is_another_document()
    {
        string[] ids =
        [
            DocumentIdentity.Of("pumps", "pumps/a.pdf"),
            DocumentIdentity.Of("valves", "pumps/a.pdf"),
            DocumentIdentity.Of("pumps", "pumps/b.pdf"),
            DocumentIdentity.Of("pumps", "pumps/A.pdf"),
        ];

        Assert.Distinct(ids);
    }

    [Fact]
    public void An_id_has_26_characters_that_need_no_escaping()
    {
        var ids = Enumerable.Range(0, 500).Select(i => DocumentIdentity.Of("pumps", $"pumps/{i}.pdf")).ToList();

        Assert.All(ids, id => Assert.Matches("^[0-9a-hjkmnp-tv-z]{26}$", id));
        Assert.Distinct(ids);
        Assert.All(Enumerable.Range(0, 26), place => Assert.True(ids.Select(id => id[place]).Distinct().Count() > 16));
    }

    [Fact]
    public void Each_revision_has_an_extraction_and_a_folder_of_its_own()
    {
        Assert.NotEqual(DocumentIdentity.ExtractionOf("d", 1), DocumentIdentity.ExtractionOf("d", 11));
        Assert.Equal("pumps/d/1/", DocumentIdentity.ArtefactFolder("pumps", "d", 1));
    }
}
