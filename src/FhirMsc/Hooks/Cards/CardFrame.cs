using FhirMsc.Decisions;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Hooks.Cards;

/// <summary>What a card about one action of a plan says to everybody: read from the plan once, since it is the same for every call.</summary>
/// <param name="Source">Where the advice comes from.</param>
/// <param name="OverrideReasons">Reasons for not following it; each with a display.</param>
/// <param name="Links">Links.</param>
internal sealed record CardFrame(CardSource Source, IReadOnlyList<CardCoding> OverrideReasons, IReadOnlyList<CardLink> Links)
{
    /// <summary>The source as JSON.</summary>
    public byte[] SourceJson { get; } = CardWriter.Render(json => CardWriter.WriteSource(json, Source));

    /// <summary>The reasons as a JSON array; empty without any.</summary>
    public byte[] ReasonsJson { get; } = CardWriter.RenderArray(OverrideReasons, CardWriter.WriteCoding);

    /// <summary>The links as a JSON array; empty without any.</summary>
    public byte[] LinksJson { get; } = CardWriter.RenderArray(Links, CardWriter.WriteLink);

    /// <summary>Reads it.</summary>
    /// <param name="action">The action.</param>
    /// <param name="fallbackSource">Label of the source for actions without documentation, because a card must have one.</param>
    public static CardFrame Of(AppliedAction action, string fallbackSource) => new(
        SourceOf(action, fallbackSource),
        [.. action.OverrideReasons.Select(Documentation.Coding).OfType<CardCoding>().Select(reason => reason with { Display = reason.Display ?? reason.Code })],
        [.. action.Documentation.Skip(1).Select(Link).OfType<CardLink>()]);

    private static CardSource SourceOf(AppliedAction action, string fallbackSource)
    {
        var topic = Documentation.Coding(action.Topic);
        var first = action.Documentation.Count > 0 ? action.Documentation[0] : default;
        return first.Exists ? new CardSource(Documentation.Label(first) ?? fallbackSource, Documentation.Url(first), topic) : new CardSource(fallbackSource, null, topic);
    }

    private static CardLink? Link(Node artifact) =>
        Documentation.Url(artifact) is { } url ? new CardLink(Documentation.Label(artifact) ?? url, url) : null;
}
