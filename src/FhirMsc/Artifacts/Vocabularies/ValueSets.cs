using FhirMsc.Artifacts.Metadata;
using FhirMsc.Artifacts.Naming;
using FhirMsc.Artifacts.Releases;
using FhirMsc.Artifacts.Writing;
using FhirMsc.Content.Vocabulary;

namespace FhirMsc.Artifacts.Vocabularies;

/// <summary>The value sets, with explicit codes only, and with the notices under which codes of others are redistributed.</summary>
internal sealed class ValueSets : IProjection
{
    /// <inheritdoc/>
    public IEnumerable<Draft> Of(Frame frame) => frame.Guideline.Terminology.ValueSets.Select(set => Of(frame, set));

    private static Draft Of(Frame frame, ValueSetContent set)
    {
        var licences = frame.Guideline.Terminology.Licences.Where(licence => set.Groups.Any(group => group.Licence == licence.Id));
        var head = new Head("ValueSet", set.Id, set.Title, set.Description, set.Origin)
        {
            Kind = ArtifactKind.ValueSet,
            Notices = [.. licences.Select(licence => licence.Notice)],
            Narrative = new Xhtml().Heading(set.Title).Markdown(set.Description).Table(
                ["System", "Code", "Name"],
                set.Groups.SelectMany(group => group.Concepts.Select(IReadOnlyList<string?> (concept) => [SystemOf(frame, group), concept.Code, DisplayOf(frame, group, concept)]))),
        };
        return Resource.Make(frame, head, new Element
        {
            { "immutable", false },
            { "compose", new Element { { "include", set.Groups.Select(group => Include(frame, group)) } } },
        });
    }

    private static Element Include(Frame frame, ValueSetGroup group) => new(group.Origin)
    {
        { "system", SystemOf(frame, group) },
        { "version", group.CodeSystem is null ? null : frame.Codes.Version(group.CodeSystem) },
        {
            "concept",
            group.Concepts.Select(concept => new Element(concept.Origin)
            {
                { "code", concept.Code },
                { "display", DisplayOf(frame, group, concept) },
            })
        },
    };

    private static string SystemOf(Frame frame, ValueSetGroup group) => group.System ?? frame.Codes.Url(group.CodeSystem!);

    private static string? DisplayOf(Frame frame, ValueSetGroup group, ValueSetConcept concept) =>
        concept.Display ?? (group.CodeSystem is null ? null : frame.Codes.Display(group.CodeSystem, concept.Code));
}
