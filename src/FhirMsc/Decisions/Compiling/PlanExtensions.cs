using FhirMsc.Fhir.Json;

namespace FhirMsc.Decisions.Compiling;

/// <summary>The extensions that a plan's logic stands in, and how to read them.</summary>
internal static class PlanExtensions
{
    /// <summary>Makes a PlanDefinition a CDS Hooks service (profile <c>cdshooksserviceplandefinition</c>).</summary>
    public const string Endpoint = Core + "cqf-cdsHooksEndpoint";

    /// <summary>An expression with a name, evaluated once for the whole plan.</summary>
    public const string Variable = Core + "variable";

    /// <summary>A query with the place holders of CDS Hooks prefetch templates.</summary>
    public const string QueryPattern = Core + "cqf-fhirQueryPattern";

    /// <summary>What to say when something can't be told.</summary>
    public const string CannotTell = Own + "cannot-tell";

    /// <summary>A reason for not following the advice.</summary>
    public const string OverrideReason = Own + "override-reason";

    /// <summary>A line that is added to the advice when its condition holds.</summary>
    public const string ConditionalNote = Own + "conditional-note";

    /// <summary>A constant of the plan that a site may set to another value.</summary>
    public const string SiteSetting = Own + "site-setting";

    private const string Core = "http://hl7.org/fhir/StructureDefinition/";

    /// <summary>Extensions of this project; their definitions are in <c>fhir-resources/profiles</c>.</summary>
    private const string Own = "https://fhirmsc.example.org/fhir/StructureDefinition/";

    /// <summary>The extensions of a URL.</summary>
    public static IEnumerable<Node> Extensions(this Node node, string url) =>
        node.Exists ? node.ChildrenNamed("extension").Where(extension => extension.Child("url").Text == url) : [];

    /// <summary>The text at the end of a path; <see langword="null"/> if a step of it is not there.</summary>
    public static string? At(this Node node, params ReadOnlySpan<string> path)
    {
        foreach (var step in path)
        {
            node = node.Child(step);
        }

        return node.Text;
    }

    /// <summary>The string of the first extension of a URL.</summary>
    public static string? ExtensionText(this Node node, string url) => node.Extensions(url).Select(extension => extension.At("valueString")).FirstOrDefault();
}
