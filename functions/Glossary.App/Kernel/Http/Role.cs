namespace Glossary.App.Kernel.Http;

/// <summary>What a person may do; each role may do all that the ones before it may.</summary>
public enum Role
{
    /// <summary>Sees and exports.</summary>
    Reader,

    /// <summary>Uploads, validates and translates.</summary>
    Editor,

    /// <summary>Manages glossaries, settings and backups.</summary>
    Admin,
}
