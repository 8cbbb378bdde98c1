namespace FhirMsc.Content.Import.Pages;

/// <summary>What lies between two lines.</summary>
internal enum Gap
{
    /// <summary>Nothing: the next line.</summary>
    None,

    /// <summary>Blank lines.</summary>
    Blank,

    /// <summary>Page furniture that was taken out: a page number, a stamp.</summary>
    Furniture,
}
