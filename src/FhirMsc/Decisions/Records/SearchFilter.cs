using FhirMsc.Decisions.Compiling;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Decisions.Records;

/// <summary>
/// The part of a search that tells resources apart by what they say: type, <c>status</c> and <c>code</c> of a prefetch template. An input without a template is
/// the orders of the call: drafts, or orders that do not say what state they are in.
/// </summary>
/// <param name="Type">Resource type; <c>Resource</c> for any.</param>
/// <param name="IsDraft">Whether only drafts are meant.</param>
/// <param name="Statuses">Statuses; empty for any.</param>
/// <param name="Codes">Codes as <c>system|code</c>; empty for any.</param>
internal sealed record SearchFilter(string Type, bool IsDraft, IReadOnlyList<string> Statuses, IReadOnlyList<string> Codes)
{
    /// <summary>The filter of an input.</summary>
    public static SearchFilter Of(PlanInput input)
    {
        var parameters = (input.Query?.Split('?', 2) is [_, var search] ? search.Split('&') : []).Select(parameter => parameter.Split('=', 2)).Where(parameter => parameter.Length == 2).ToList();
        return new SearchFilter(
            input.Type,
            input.Query is null && input.CannotBeQueried,
            Values(parameters, "status"),
            Values(parameters, "code"));
    }

    /// <summary>Whether a resource is among what the search finds.</summary>
    public bool Matches(Node resource)
    {
        var status = resource.At("status");
        return (Type == "Resource" || resource.ResourceType == Type)
            && (!IsDraft || status is null or "draft")
            && (Statuses.Count == 0 || Statuses.Contains(status))
            && (Codes.Count == 0 || resource.Child("code").Exists && resource.Child("code").ChildrenNamed("coding").Any(coding => Codes.Contains($"{coding.At("system")}|{coding.At("code")}")));
    }

    private static List<string> Values(IEnumerable<string[]> parameters, string name) =>
        [.. parameters.Where(parameter => parameter[0] == name).SelectMany(parameter => parameter[1].Split(',')).Select(Uri.UnescapeDataString)];
}
