namespace FhirMsc.Content.References;

/// <summary>Kinds of references.</summary>
public enum ReferenceKind
{
    /// <summary>Article in a journal.</summary>
    JournalArticle,

    /// <summary>Preprint.</summary>
    Preprint,

    /// <summary>Web page.</summary>
    Webpage,

    /// <summary>Report, book, label or anything else.</summary>
    Other,
}
