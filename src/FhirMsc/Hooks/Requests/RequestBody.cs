using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Hooks.Requests;

/// <summary>Reads the JSON of a call. Nulls and empty arrays stay visible, because they mean something in prefetch and nothing elsewhere.</summary>
internal static class RequestBody
{
    private static readonly JsonLimits Limits = new() { KeepEmpty = true, MaxDepth = 100, MaxNodes = 2_000_000, MaxIssues = 20 };

    /// <summary>Parses a body.</summary>
    /// <param name="utf8">The body.</param>
    /// <param name="issues">Gets what makes it unusable.</param>
    /// <param name="lent">Whether the tree lies in memory that is given back.</param>
    /// <returns>The outermost object, or a node that does not exist.</returns>
    public static Node Parse(ReadOnlyMemory<byte> utf8, List<Issue> issues, bool lent = false)
    {
        var parsed = lent ? JsonParser.ParseLent(utf8, limits: Limits) : JsonParser.Parse(utf8, limits: Limits);
        foreach (var issue in parsed.Issues)
        {
            // The parser's own text and path may hold names out of the body: its kind and position are enough to find the place.
            if (IsHarmful(issue))
            {
                issues.Add(HookIssues.Json.At(string.Empty, issue.Position, issue.Kind.Id));
            }
        }

        return issues.Count == 0 && parsed.Tree is { } tree ? tree.Root : default;
    }

    /// <summary>
    /// Two of the parser's errors are about members whose names start with an underscore. Outside resources those are plain unknown members, and inside they are
    /// ids and extensions that nothing here reads.
    /// </summary>
    private static bool IsHarmful(Issue issue) => issue.IsError && issue.Kind != JsonIssues.ShadowNotObject && issue.Kind != JsonIssues.EmptyArray;
}
