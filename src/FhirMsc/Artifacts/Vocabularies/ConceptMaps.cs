using FhirMsc.Artifacts.Metadata;
using FhirMsc.Artifacts.Naming;
using FhirMsc.Artifacts.Releases;
using FhirMsc.Artifacts.Writing;
using FhirMsc.Content;
using FhirMsc.Content.Ratings;
using FhirMsc.Content.Tracing;
using FhirMsc.Content.Vocabulary;

namespace FhirMsc.Artifacts.Vocabularies;

/// <summary>How the guideline's own codes relate to those of others: one map for each code system that has mappings.</summary>
internal sealed class ConceptMaps : IProjection
{
    /// <inheritdoc/>
    public IEnumerable<Draft> Of(Frame frame) =>
    [
        .. frame.Guideline.Terminology.CodeSystems.Where(system => system.Concepts.Any(concept => concept.Mappings.Count > 0)).Select(system => Own(frame, system)),
        .. frame.Guideline.RatingSchemes.SelectMany(OwnCodes.Axes).Where(axis => axis.MappedTo is not null).Select(axis => Rating(frame, axis)),
    ];

    private static Draft Own(Frame frame, CodeSystemContent system)
    {
        var rows = system.Concepts.SelectMany(concept => concept.Mappings.Select(mapping => new Row(mapping.System, concept.Code, concept.Display, mapping.Mapping, concept.Origin)));
        return Of(frame, system.Id, system.Title, system.Origin, rows);
    }

    private static Draft Rating(Frame frame, RatingAxis axis)
    {
        var rows = axis.Levels.Where(level => level.Mapping is not null).Select(level => new Row(axis.MappedTo!, level.Code, level.Display, level.Mapping!, level.Origin));
        return Of(frame, axis.CodeSystem, axis.Title, axis.Origin, rows);
    }

    private static Draft Of(Frame frame, string codeSystem, string title, Origin origin, IEnumerable<Row> rows)
    {
        var all = rows.ToList();
        var description = $"How the codes of {title} relate to those of other code systems. A relation says what the words mean, never that somebody judged by the other system.";
        var head = new Head("ConceptMap", Names.MapOf(codeSystem), $"{title}: relation to other code systems", description, origin)
        {
            Kind = ArtifactKind.ConceptMap,
            Narrative = new Xhtml().Heading(title).Paragraph(description).Table(
                ["Code", "Name", "Relation", "System", "Code there", "Name there", "Remark"],
                all.Select(IReadOnlyList<string?> (row) => [row.Code, row.Display, Of(row.Mapping.Equivalence), row.Target, row.Mapping.Code, row.Mapping.Display, row.Mapping.Comment])),
        };
        return Resource.Make(frame, head, new Element
        {
            {
                "group",
                all.GroupBy(row => row.Target).Select(group =>
                {
                    var map = frame.Forms.MapGroup(frame.Codes.Url(codeSystem), frame.Codes.Version(codeSystem), group.Key);
                    map.Add("element", group.GroupBy(row => row.Code).Select(rowsOfCode => frame.Forms.MapElement(
                        new MappedConcept(rowsOfCode.Key, rowsOfCode.First().Display, [.. rowsOfCode.Select(row => row.Mapping)], rowsOfCode.First().Origin))));
                    return map;
                })
            },
        });
    }

    private static string Of(MappingEquivalence equivalence) => equivalence switch
    {
        MappingEquivalence.Equivalent => "same meaning",
        MappingEquivalence.Wider => "the target is wider",
        MappingEquivalence.Narrower => "the target is narrower",
        MappingEquivalence.Inexact => "meanings overlap",
        _ => "nothing corresponds",
    };

    private sealed record Row(string Target, string Code, string Display, Mapping Mapping, Origin Origin);
}
