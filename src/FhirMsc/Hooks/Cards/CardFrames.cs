using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using FhirMsc.Decisions;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Hooks.Cards;

/// <summary>What one service's cards have in common from call to call. Safe for many threads.</summary>
/// <param name="fallbackSource">Label of the source for actions without documentation.</param>
/// <param name="descriptions">The plan's own descriptions: the same objects that applied actions carry.</param>
internal sealed class CardFrames(string fallbackSource, IEnumerable<string> descriptions)
{
    private readonly FrozenDictionary<string, EncodedText> texts = descriptions.Distinct().ToFrozenDictionary(text => text, text => new EncodedText(text), SameText.Instance);

    /// <summary>By the action in its plan. There are no more of them than the plans have actions, as a call cannot bring any along.</summary>
    private readonly ConcurrentDictionary<Node, CardFrame> frames = new();

    /// <summary>A description that is escaped already; <see langword="null"/> for a text of which that is not known.</summary>
    public EncodedText? Find(string? description) => description is null ? null : texts.GetValueOrDefault(description);

    /// <summary>The frame of an action; read anew for one that no plan stands behind.</summary>
    public CardFrame For(AppliedAction action)
    {
        if (!action.Definition.Exists)
        {
            return CardFrame.Of(action, fallbackSource);
        }

        return frames.TryGetValue(action.Definition, out var known) ? known : frames.GetOrAdd(action.Definition, CardFrame.Of(action, fallbackSource));
    }

    /// <summary>Compares texts by identity: a plan's own text is always the same object, and it is long.</summary>
    private sealed class SameText : IEqualityComparer<string>
    {
        public static SameText Instance { get; } = new();

        public bool Equals(string? x, string? y) => ReferenceEquals(x, y);

        public int GetHashCode(string text) => RuntimeHelpers.GetHashCode(text);
    }
}
