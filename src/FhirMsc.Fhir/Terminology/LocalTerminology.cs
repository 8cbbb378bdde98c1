using System.Collections.Frozen;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Terminology;

/// <summary>Answers from the ValueSet and CodeSystem resources it was given, and from nothing else: no server is ever asked. Immutable.</summary>
public sealed class LocalTerminology
{
    /// <summary>Value sets that refer to each other deeper than this are taken for a circle.</summary>
    private const int DeepestReference = 20;

    private readonly FrozenDictionary<string, ValueSetContent> valueSets;
    private readonly FrozenDictionary<string, CodeSystemContent> codeSystems;

    /// <summary>Takes the resources in.</summary>
    /// <param name="resources">ValueSets and CodeSystems; other types are passed over. Of two with the same url the last one counts.</param>
    public LocalTerminology(IEnumerable<Node> resources)
    {
        ArgumentNullException.ThrowIfNull(resources);
        var sets = new Dictionary<string, ValueSetContent>(StringComparer.Ordinal);
        var systems = new Dictionary<string, CodeSystemContent>(StringComparer.Ordinal);
        foreach (var resource in resources)
        {
            switch (resource.ResourceType)
            {
                case "ValueSet" when ValueSetContent.Read(resource) is { } set:
                    sets[set.Url] = set;
                    break;
                case "CodeSystem" when CodeSystemContent.Read(resource) is { } system:
                    systems[system.Url] = system;
                    break;
                default:
                    break;
            }
        }

        valueSets = sets.ToFrozenDictionary(StringComparer.Ordinal);
        codeSystems = systems.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Whether a code is in a value set.</summary>
    /// <param name="valueSet">Canonical of the value set, with or without <c>|version</c>.</param>
    /// <param name="system">Canonical URL of the code system.</param>
    /// <param name="code">The code.</param>
    public Membership Has(string valueSet, string system, string code) => Has(valueSet, system, code, 0);

    /// <summary>Whether the canonical names a value set that is at hand.</summary>
    public bool Knows(string valueSet) => Find(valueSet) is not null;

    /// <summary>Whether a value set has, or may have, a code of some system; false only if it surely has none.</summary>
    public bool MayList(string valueSet, string code) => MayList(valueSet, code, 0);

    internal bool MayList(string valueSet, string code, int depth) => depth > DeepestReference || Find(valueSet) is not { } set || set.MayList(code, this, depth);

    internal Membership Has(string valueSet, string system, string code, int depth) =>
        depth > DeepestReference || Find(valueSet) is not { } set ? Membership.CannotTell : set.Has(system, code, this, depth);

    internal Membership HasCode(string system, string code) => codeSystems.TryGetValue(system, out var content) ? content.Has(code) : Membership.CannotTell;

    private ValueSetContent? Find(string canonical)
    {
        ArgumentNullException.ThrowIfNull(canonical);
        var bar = canonical.IndexOf('|', StringComparison.Ordinal);
        var set = valueSets.GetValueOrDefault(bar < 0 ? canonical : canonical[..bar]);
        return set is null || bar < 0 || set.Version == canonical[(bar + 1)..] ? set : null;
    }
}
