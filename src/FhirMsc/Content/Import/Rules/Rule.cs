using System.Text.RegularExpressions;

namespace FhirMsc.Content.Import.Rules;

/// <summary>One rule of a rule file: a form of words and what it means.</summary>
internal sealed record Rule
{
    /// <summary>Name that drafts give as the reason of a value: file and rule, e.g. <c>directions/recommends-against</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The form.</summary>
    public required Regex Form { get; init; }

    /// <summary>What it means: a direction, a role, a measure; empty where the list itself says it.</summary>
    public required string Is { get; init; }

    /// <summary>How sure a match is, in percent.</summary>
    public required int Confidence { get; init; }

    /// <summary>Remark for people, shown with what the rule found.</summary>
    public string? Note { get; init; }

    /// <summary>Whether a text has the form.</summary>
    public bool Matches(string text) => Form.IsMatch(text);
}
