using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Definitions.Reading;

/// <summary>ValueSet and CodeSystem resources → <see cref="ValueSetDefinition"/>, <see cref="CodeSystemDefinition"/>.</summary>
internal sealed class TerminologyReader(ICollection<Issue> issues)
{
    private readonly DefinitionIssueSink sink = new(issues);

    public ValueSetDefinition? ReadValueSet(Node resource)
    {
        if (!Expect(resource, "ValueSet") || Text(resource, "url") is not { } url)
        {
            return null;
        }

        var compose = resource.Child("compose");
        var inactive = compose.Exists ? compose.Child("inactive") : default;
        return new ValueSetDefinition
        {
            Url = url,
            Version = Text(resource, "version"),
            Name = Text(resource, "name"),
            Status = Text(resource, "status"),
            Includes = compose.Exists ? [.. compose.ChildrenNamed("include").Select(Include)] : [],
            Excludes = compose.Exists ? [.. compose.ChildrenNamed("exclude").Select(Include)] : [],
            IncludesInactive = inactive.Exists ? inactive.Kind == NodeKind.True : null,
            Expansion = resource.Child("expansion") is { Exists: true } expansion ? new ExpansionReader(compose).Read(expansion) : null,
        };
    }

    public CodeSystemDefinition? ReadCodeSystem(Node resource)
    {
        if (!Expect(resource, "CodeSystem") || Text(resource, "url") is not { } url)
        {
            return null;
        }

        var content = resource.Child("content");
        var caseSensitive = resource.Child("caseSensitive");
        return new CodeSystemDefinition
        {
            Url = url,
            Version = Text(resource, "version"),
            Name = Text(resource, "name"),
            Status = Text(resource, "status"),
            Content = content.Exists ? sink.Code(content, Codes.Content, "the content of a code system") : CodeSystemContentMode.NotPresent,
            IsCaseSensitive = caseSensitive.Exists ? caseSensitive.Kind == NodeKind.True : null,
            Supplements = Text(resource, "supplements"),
            ValueSet = Text(resource, "valueSet"),
            HierarchyMeaning = Text(resource, "hierarchyMeaning"),
            Concepts = new ConceptReader(resource).Read(),
        };
    }

    private bool Expect(Node resource, string type)
    {
        if (resource.ResourceType != type)
        {
            sink.Report(DefinitionIssues.WrongResource, resource, type, resource.ResourceType ?? "no resource");
            return false;
        }

        if (Text(resource, "url") is null)
        {
            sink.Report(DefinitionIssues.Missing, resource, type, "url");
            return false;
        }

        return true;
    }

    private static string? Text(Node node, string name) => node.Child(name) is { Exists: true } child ? child.Text : null;

    private static ValueSetInclude Include(Node node) => new()
    {
        System = Text(node, "system"),
        Version = Text(node, "version"),
        Concepts = [.. node.ChildrenNamed("concept").Select(concept => new ValueSetConcept(Text(concept, "code") ?? string.Empty, Text(concept, "display")))],
        Filters = [.. node.ChildrenNamed("filter").Select(filter => new ValueSetFilter(Text(filter, "property") ?? string.Empty, Text(filter, "op") ?? string.Empty, Text(filter, "value") ?? string.Empty))],
        ValueSets = [.. node.ChildrenNamed("valueSet").Select(valueSet => valueSet.Text ?? string.Empty)],
    };
}
