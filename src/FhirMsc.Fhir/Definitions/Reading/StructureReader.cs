using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Definitions.Reading;

/// <summary>StructureDefinition resource → <see cref="StructureDefinition"/>.</summary>
internal sealed class StructureReader(ICollection<Issue> issues, bool keepSources)
{
    private const string ImposeProfile = "http://hl7.org/fhir/StructureDefinition/structuredefinition-imposeProfile";

    private readonly DefinitionIssueSink sink = new(issues);

    public StructureDefinition? Read(Node resource)
    {
        if (resource.ResourceType != "StructureDefinition")
        {
            sink.Report(DefinitionIssues.WrongResource, resource, "StructureDefinition", resource.ResourceType ?? "no resource");
            return null;
        }

        string? url = null, version = null, name = null, status = null, type = null, baseDefinition = null, fhirVersion = null;
        StructureKind? kind = null;
        var derivation = StructureDerivation.None;
        var isAbstract = false;
        List<ExtensionContext> contexts = [];
        List<string> contextInvariants = [], imposed = [];
        IReadOnlyList<ElementDefinition>? snapshot = null, differential = null;
        foreach (var child in resource.Children)
        {
            switch (child.Name)
            {
                case "url": url = child.Text; break;
                case "version": version = child.Text; break;
                case "name": name = child.Text; break;
                case "status": status = child.Text; break;
                case "type": type = child.Text; break;
                case "baseDefinition": baseDefinition = child.Text; break;
                case "fhirVersion": fhirVersion = child.Text; break;
                case "kind": kind = sink.Code(child, Codes.Kind, "the kind of a structure"); break;
                case "derivation": derivation = sink.Code(child, Codes.Derivation, "a derivation"); break;
                case "abstract": isAbstract = child.Kind == NodeKind.True; break;
                case "context": contexts.Add(Context(child)); break;
                case "contextInvariant" when child.Text is { } invariant: contextInvariants.Add(invariant); break;
                case "extension" when ExtensionValues.Url(child) == ImposeProfile && ExtensionValues.Value(child) is { Exists: true } value: imposed.Add(value.Text ?? string.Empty); break;
                case "snapshot": snapshot = Elements(child); break;
                case "differential": differential = Elements(child); break;
                default: break;
            }
        }

        Require(resource, url, "url");
        Require(resource, type, "type");
        Require(resource, kind, "kind");
        return url is null || type is null || kind is null ? null : new StructureDefinition
        {
            Url = url,
            Version = version,
            Name = name ?? type,
            Status = status,
            Kind = kind.Value,
            Derivation = derivation,
            IsAbstract = isAbstract,
            Type = type,
            BaseDefinition = baseDefinition,
            FhirVersion = fhirVersion,
            Contexts = contexts,
            ContextInvariants = contextInvariants,
            ImposedProfiles = imposed,
            Snapshot = snapshot,
            Differential = differential,
        };
    }

    private void Require(Node resource, object? value, string name)
    {
        if (value is null)
        {
            sink.Report(DefinitionIssues.Missing, resource, "StructureDefinition", name);
        }
    }

    private static ExtensionContext Context(Node context) =>
        new(context.Child("type") is { Exists: true } type ? type.Text ?? "element" : "element", context.Child("expression") is { Exists: true } expression ? expression.Text ?? string.Empty : string.Empty);

    private List<ElementDefinition> Elements(Node view)
    {
        var reader = new ElementReader(sink);
        var elements = new List<ElementDefinition>();
        foreach (var child in view.Children)
        {
            if (child.Name == "element" && reader.Read(child) is { } element)
            {
                elements.Add(keepSources ? element with { Sources = [child] } : element);
            }
        }

        return elements;
    }
}
