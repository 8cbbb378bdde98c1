using FhirMsc.Artifacts.Naming;
using FhirMsc.Artifacts.Writing;
using FhirMsc.Content;

namespace FhirMsc.Artifacts.Metadata;

/// <summary>Makes a resource from its head, its body and the metadata of the guideline. What a type has no element for is left out here and said elsewhere.</summary>
internal static class Resource
{
    private const string UsageContextType = "http://terminology.hl7.org/CodeSystem/usage-context-type";
    private const string DefinitionTopic = "http://terminology.hl7.org/CodeSystem/definition-topic";

    /// <summary>How versions of artifacts compare.</summary>
    public static Element VersionAlgorithm => Datatypes.Coding("http://hl7.org/fhir/version-algorithm", "semver", "SemVer");

    /// <summary>Puts a resource together, elements in the order of the release's definition.</summary>
    /// <param name="frame">The guideline and the release.</param>
    /// <param name="head">What the resource says of itself.</param>
    /// <param name="body">Everything that is not metadata, in any order.</param>
    public static Draft Make(Frame frame, Head head, Element body)
    {
        var type = frame.Model.FindType(head.Type) ?? throw new InvalidOperationException($"{frame.Forms.Release} has no {head.Type}.");
        var isCanonical = type.FindElement("url") is not null;
        var version = head.Version ?? frame.Names.Version;
        var url = frame.Names.Url(head.Type, head.Id);
        var resource = new Element(head.Origin)
        {
            { "resourceType", head.Type },
            { "id", head.Id },
            { "meta", new Element { { "profile", [.. frame.Forms.Profiles(head.Kind), OwnProfiles.Of(head.Kind), .. head.Profiles] } } },
            { "language", frame.Guideline.Language },
            { "text", head.Narrative.ToNarrative() },
            { "extension", head.Extensions },
        };
        if (isCanonical)
        {
            resource.Add("extension", frame.Forms.MetadataExtensions(head.Type));
            resource.Take(Metadata(frame, head, url, version).Members.Where(member => type.TryFindChild(member.Name, out _, out _) && !body.Has(member.Name)));
        }

        else if (type.FindElement("identifier") is not null && !body.Has("identifier"))
        {
            resource.Add("identifier", [Datatypes.OfficialIdentifier(url)]);
        }

        resource.Take(body.Members);

        return new Draft(head.Type, head.Id, isCanonical ? url : null, isCanonical ? version : null, head.Title, Shape.Resource(frame.Model, resource));
    }

    private static Element Metadata(Frame frame, Head head, string url, string version)
    {
        var guideline = frame.Guideline;
        var updated = guideline.Source.LastUpdated;
        return new Element
        {
            { "url", url },
            { "identifier", [Datatypes.OfficialIdentifier(url)] },
            { "version", version, guideline.Origin },
            { "versionAlgorithmCoding", VersionAlgorithm },
            { "name", Names.ComputerName(head.Id) },
            { "title", head.Title },
            { "status", Words.Of(guideline.Status), guideline.Origin },
            { "experimental", guideline.Experimental },
            { "date", guideline.Date.Text, guideline.Origin },
            { "publisher", guideline.Publisher.Name, guideline.Publisher.Origin },
            { "contact", [Contact(guideline.Publisher)] },
            { "description", head.Description },
            { "useContext", [UseContext(guideline)] },
            { "jurisdiction", (head.Jurisdiction is { } country ? [country] : guideline.Jurisdiction).Select(Country) },
            { "purpose", guideline.Purpose, guideline.Origin },
            { "usage", Paragraphs([.. head.Usage, guideline.Usage]) },
            { "copyright", Paragraphs([guideline.Copyright, .. head.Notices]) },
            { "lastReviewDate", updated?.Date.Text, updated?.Origin },
            { "effectivePeriod", updated is null ? null : new Element(updated.Origin) { { "start", updated.Date.Text } } },
            { "topic", [.. head.Topics, .. guideline.Topics.Select(topic => Datatypes.Concept(DefinitionTopic, topic, Words.Capitalised(topic)))] },
            { "author", [new Element(guideline.Source.Origin) { { "name", guideline.Source.Author } }] },
            { "relatedArtifact", head.Related.Select(frame.Forms.RelatedArtifact) },
        };
    }

    /// <summary>Texts as paragraphs of one Markdown text.</summary>
    private static string? Paragraphs(IEnumerable<string?> texts)
    {
        var all = texts.Where(text => !string.IsNullOrWhiteSpace(text)).Select(text => text!.Trim()).Distinct().ToList();
        return all.Count == 0 ? null : string.Join("\n\n", all);
    }

    private static Element Contact(Publisher publisher) => new(publisher.Origin)
    {
        { "name", publisher.Name },
        {
            "telecom",
            [
                publisher.Url is null ? null : new Element { { "system", "url" }, { "value", publisher.Url } },
                publisher.Email is null ? null : new Element { { "system", "email" }, { "value", publisher.Email } },
            ]
        },
    };

    private static Element? UseContext(Guideline guideline) => guideline.Focus is not { } focus ? null : new Element(guideline.Origin)
    {
        { "code", Datatypes.Coding(UsageContextType, "focus", "Clinical Focus") },
        { "valueCodeableConcept", Datatypes.Concept(focus.System, focus.Code, focus.Display) },
    };

    private static Element Country(string code) => Datatypes.Concept("urn:iso:std:iso:3166", code);
}
