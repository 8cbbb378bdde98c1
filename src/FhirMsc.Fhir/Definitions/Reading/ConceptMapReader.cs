using System.Collections.Frozen;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Definitions.Reading;

/// <summary>ConceptMap resources of R4, R4B and R5 → <see cref="ConceptMapDefinition"/>.</summary>
internal sealed class ConceptMapReader(ICollection<Issue> issues)
{
    private const string Unmatched = "unmatched";

    /// <summary>
    /// R5, <c>concept-map-relationship</c>; R4, <c>concept-map-equivalence</c>, where "wider" and "subsumes" say that the target is the wider one and
    /// "narrower" and "specializes" that it is the narrower.
    /// </summary>
    private static readonly FrozenDictionary<string, ConceptRelationship> Relationships = new Dictionary<string, ConceptRelationship>
    {
        ["related-to"] = ConceptRelationship.RelatedTo,
        ["relatedto"] = ConceptRelationship.RelatedTo,
        ["inexact"] = ConceptRelationship.RelatedTo,
        ["equivalent"] = ConceptRelationship.Equivalent,
        ["equal"] = ConceptRelationship.Equivalent,
        ["source-is-narrower-than-target"] = ConceptRelationship.SourceIsNarrower,
        ["wider"] = ConceptRelationship.SourceIsNarrower,
        ["subsumes"] = ConceptRelationship.SourceIsNarrower,
        ["source-is-broader-than-target"] = ConceptRelationship.SourceIsBroader,
        ["narrower"] = ConceptRelationship.SourceIsBroader,
        ["specializes"] = ConceptRelationship.SourceIsBroader,
        ["not-related-to"] = ConceptRelationship.NotRelatedTo,
        ["disjoint"] = ConceptRelationship.NotRelatedTo,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, UnmappedMode> Modes = new Dictionary<string, UnmappedMode>
    {
        ["provided"] = UnmappedMode.SourceCode,
        ["use-source-code"] = UnmappedMode.SourceCode,
        ["fixed"] = UnmappedMode.Fixed,
        ["other-map"] = UnmappedMode.OtherMap,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly DefinitionIssueSink sink = new(issues);

    public ConceptMapDefinition? Read(Node resource)
    {
        if (resource.ResourceType != "ConceptMap")
        {
            sink.Report(DefinitionIssues.WrongResource, resource, "ConceptMap", resource.ResourceType ?? "no resource");
            return null;
        }

        if (Text(resource, "url") is not { } url)
        {
            sink.Report(DefinitionIssues.Missing, resource, "ConceptMap", "url");
            return null;
        }

        return new ConceptMapDefinition { Url = url, Version = Text(resource, "version"), Groups = [.. resource.ChildrenNamed("group").Select(Group)] };
    }

    private static string? Text(Node node, string name) => node.Child(name) is { Exists: true } child ? child.Text : null;

    /// <summary>R5 writes <c>source</c> and <c>target</c> of a group as canonicals, whose version is not part of the system.</summary>
    private static string? System(Node group, string name) => Text(group, name) is { } canonical ? CanonicalVersion.Split(canonical).Url : null;

    private ConceptMapGroup Group(Node group)
    {
        var elements = new Dictionary<string, IReadOnlyList<ConceptMapTarget>>(StringComparer.Ordinal);
        foreach (var element in group.ChildrenNamed("element"))
        {
            if (Text(element, "code") is { } code)
            {
                var targets = element.ChildrenNamed("target").Select(Target).OfType<ConceptMapTarget>();
                elements[code] = elements.TryGetValue(code, out var known) ? [.. known, .. targets] : [.. targets];
            }
        }

        return new ConceptMapGroup
        {
            Source = System(group, "source"),
            Target = System(group, "target"),
            Elements = elements.ToFrozenDictionary(StringComparer.Ordinal),
            Unmapped = group.Child("unmapped") is { Exists: true } unmapped ? Rest(unmapped) : null,
        };
    }

    /// <summary>R4's "unmatched" says that there is no target; R5 has <c>noMap</c> for that.</summary>
    private ConceptMapTarget? Target(Node target) => (Text(target, "relationship") ?? Text(target, "equivalence")) == Unmatched
        ? null
        : new ConceptMapTarget(Text(target, "code"), Text(target, "display"), Relationship(target), target.ChildrenNamed("dependsOn").Any());

    private ConceptRelationship Relationship(Node node)
    {
        var stated = node.Child("relationship") is { Exists: true } relationship ? relationship : node.Child("equivalence");
        return stated.Exists ? sink.Code(stated, Relationships, "the relationship of two concepts") : ConceptRelationship.RelatedTo;
    }

    private ConceptMapUnmapped? Rest(Node unmapped)
    {
        return Text(unmapped, "mode") is { } stated && Modes.TryGetValue(stated, out var mode)
            ? new ConceptMapUnmapped(mode, Text(unmapped, "code"), Text(unmapped, "display"), Text(unmapped, "url") ?? Text(unmapped, "otherMap"), Relationship(unmapped))
            : null;
    }
}
