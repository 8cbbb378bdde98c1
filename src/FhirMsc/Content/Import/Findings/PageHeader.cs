namespace FhirMsc.Content.Import.Findings;

/// <summary>What a page says about itself.</summary>
internal sealed record PageHeader
{
    /// <summary>Title as printed; <see langword="null"/> when there is none.</summary>
    public Sourced<string>? Title { get; init; }

    /// <summary>Its own date in FHIR's form.</summary>
    public Sourced<PartialDate>? Date { get; init; }

    /// <summary>The date as printed.</summary>
    public string? DateText { get; init; }

    /// <summary>The line the date stands in.</summary>
    public string? DateLine { get; init; }

    /// <summary>Who made it.</summary>
    public Sourced<string>? Publisher { get; init; }

    /// <summary>archived, superseded or revised, with the words of the notice.</summary>
    public Sourced<string>? Notice { get; init; }

    /// <summary>The notice's kind.</summary>
    public string? State { get; init; }
}
