using System.Text.Json.Nodes;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Cases;

/// <summary>One patient, one hook, one answer: what a guideline's authors hold its logic to.</summary>
public sealed record DecisionCase
{
    /// <summary>Identifier, unique in its file; expanded cases have what was varied behind a slash.</summary>
    public required string Id { get; init; }

    /// <summary>What the case is about.</summary>
    public required string Title { get; init; }

    /// <summary>The hook that asks.</summary>
    public required string Hook { get; init; }

    /// <summary>The only release that the case is run in; <see langword="null"/> for all.</summary>
    public FhirRelease? Only { get; init; }

    /// <summary>The patient's whole record, in R4; it may have codes and elements that only <see cref="Only"/> knows.</summary>
    public required IReadOnlyList<JsonObject> Record { get; init; }

    /// <summary>Ids of orders in the record that are from before the call; all others are the call's own.</summary>
    public IReadOnlyList<string> Earlier { get; init; } = [];

    /// <summary>Ids of inputs that are not available.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>What the site has set, by the name of the setting.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Site { get; init; }

    /// <summary>The answer.</summary>
    public required ExpectedAnswer Expect { get; init; }

    /// <summary>Texts that the lines added for this patient hold, one for each line.</summary>
    public required IReadOnlyList<string> Says { get; init; }

    /// <summary>Names of what could not be told: of the notes on a card, or of what kept it from being decided.</summary>
    public required IReadOnlyList<string> Untold { get; init; }

    /// <summary>The resources that the suggestions remove; <see langword="null"/> if the case does not say.</summary>
    public IReadOnlyList<string>? Removes { get; init; }

    /// <summary>Where it stands in its file.</summary>
    public SourcePosition? Position { get; init; }
}
