using FhirMsc.Artifacts;

namespace FhirMsc.Publishing.Searching;

/// <summary>One value that a search parameter finds in a resource, in the form that comparisons need. Which members are set depends on the parameter's kind.</summary>
internal sealed record SearchValue
{
    /// <summary>Text: of a string, a URI, a code, a reference, a unit.</summary>
    public string? Text { get; init; }

    /// <summary>System of a code or of an identifier or unit; <see langword="null"/> if it states none.</summary>
    public string? System { get; init; }

    /// <summary>What people read: the display or text of a code.</summary>
    public string? Display { get; init; }

    /// <summary>The published resource that a reference leads to.</summary>
    public Artifact? Target { get; init; }

    /// <summary>For a reference by identifier: its system and value.</summary>
    public (string? System, string? Value)? Identifier { get; init; }

    /// <summary>First and last instant (UTC) of a date, which stands for all of them.</summary>
    public (DateTime First, DateTime Last)? Time { get; init; }

    /// <summary>For a composite parameter, the values of each part.</summary>
    public IReadOnlyList<IReadOnlyList<SearchValue>>? Parts { get; init; }

    /// <summary>Least and greatest number.</summary>
    public (decimal Least, decimal Greatest)? Range { get; init; }
}
