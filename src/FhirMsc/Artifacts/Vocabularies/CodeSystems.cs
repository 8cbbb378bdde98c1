using FhirMsc.Artifacts.Metadata;
using FhirMsc.Artifacts.Naming;
using FhirMsc.Artifacts.Releases;
using FhirMsc.Artifacts.Writing;
using FhirMsc.Content.Ratings;
using FhirMsc.Content.Vocabulary;

namespace FhirMsc.Artifacts.Vocabularies;

/// <summary>The guideline's own code systems: its concepts, and one for each axis of its rating schemes.</summary>
internal sealed class CodeSystems : IProjection
{
    /// <summary>Code of the property that says whether a level of a rating scheme was confirmed by independent sources.</summary>
    private const string Verified = "verified";

    /// <inheritdoc/>
    public IEnumerable<Draft> Of(Frame frame) =>
    [
        .. frame.Guideline.Terminology.CodeSystems.Select(system => Own(frame, system)),
        .. frame.Guideline.RatingSchemes.SelectMany(scheme => OwnCodes.Axes(scheme).Select(axis => Rating(frame, scheme, axis))),
    ];

    private static Draft Own(Frame frame, CodeSystemContent system)
    {
        var isHierarchy = system.Concepts.Any(concept => concept.Parent is not null);
        var head = new Head("CodeSystem", system.Id, system.Title, system.Description, system.Origin)
        {
            Kind = ArtifactKind.CodeSystem,
            Narrative = new Xhtml().Heading(system.Title).Markdown(system.Description)
                .Table(["Code", "Name", "Meaning", "Kind of"], system.Concepts.Select(IReadOnlyList<string?> (concept) => [concept.Code, concept.Display, concept.Definition, concept.Parent])),
        };
        return Resource.Make(frame, head, new Element
        {
            { "caseSensitive", true },
            { "hierarchyMeaning", isHierarchy ? "is-a" : null },
            { "content", "complete" },
            { "count", system.Concepts.Count },
            { "concept", Below(system, null) },
        });
    }

    private static IEnumerable<Element> Below(CodeSystemContent system, string? parent) =>
        system.Concepts.Where(concept => concept.Parent == parent).Select(concept => new Element(concept.Origin)
        {
            { "code", concept.Code },
            { "display", concept.Display },
            { "definition", concept.Definition },
            { "concept", Below(system, concept.Code) },
        });

    private static Draft Rating(Frame frame, RatingScheme scheme, RatingAxis axis)
    {
        var description = $"{axis.Title} of {scheme.Title}, version {scheme.Version}. {scheme.Source}";
        var head = new Head("CodeSystem", axis.CodeSystem, axis.Title, description, axis.Origin)
        {
            Kind = ArtifactKind.CodeSystem,
            Version = scheme.Version,
            Extensions = [Extension.Of(ExtensionUrls.CodeSystemSource, "valueUri", scheme.SourceUrl, scheme.Origin)],
            Narrative = new Xhtml().Heading(axis.Title).Markdown(description).Table(
                ["Code", "Name", "Meaning", "Confirmed"],
                axis.Levels.Select(IReadOnlyList<string?> (level) => [level.Code, level.Display, level.Definition, level.Verified ? "by independent sources" : "one source only"])),
        };
        return Resource.Make(frame, head, new Element
        {
            { "caseSensitive", true },
            { "content", axis.Complete ? "complete" : "fragment" },
            { "count", axis.Complete ? axis.Levels.Count : null },
            {
                "property",
                [
                    new Element
                    {
                        { "code", Verified },
                        { "description", "Whether code and meaning were confirmed by independent sources; false: one source only." },
                        { "type", "boolean" },
                    },
                ]
            },
            {
                "concept",
                axis.Levels.Select(level => new Element(level.Origin)
                {
                    { "code", level.Code },
                    { "display", level.Display },
                    { "definition", level.Definition },
                    { "property", [new Element { { "code", Verified }, { "valueBoolean", level.Verified } }] },
                })
            },
        });
    }
}
