namespace FhirMsc.Content.Import.Pages;

/// <summary>Forms a page can have.</summary>
public enum PageFormat
{
    /// <summary>HTML, whole or a part of it.</summary>
    Html,

    /// <summary>Plain text: saved from a browser, or taken out of a PDF.</summary>
    Text,

    /// <summary>Markdown.</summary>
    Markdown,
}
