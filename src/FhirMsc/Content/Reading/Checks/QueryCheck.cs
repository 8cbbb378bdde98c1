using System.Text.RegularExpressions;
using FhirMsc.Content.Logic;

namespace FhirMsc.Content.Reading.Checks;

/// <summary>
/// Queries keep to what CDS Hooks recommends every EHR to answer: reads and searches of one type, references, token equality and <c>:in</c>,
/// dates with eq, lt, gt, ge, le, and <c>_count</c> and <c>_sort</c>; tokens name primitive fields of the hook's context.
/// </summary>
internal sealed partial class QueryCheck : IContentCheck
{
    /// <summary>Many web servers refuse request lines of more than 4 or 8 KiB, some EHRs less.</summary>
    private const int MaximumLength = 2000;

    private static readonly string[] Tokens = ["context.patientId", "context.userId", "context.encounterId", "userPractitionerId", "userPractitionerRoleId", "userPatientId", "userRelatedPersonId"];

    /// <inheritdoc/>
    public void Check(Guideline guideline, Report report)
    {
        foreach (var input in guideline.Logic.Inputs)
        {
            if (input.Query is { } query && Problem(query, input) is { } problem)
                report.Add(ContentFactIssues.BadQuery, input.Origin.Path + ".query", Shortened(query), problem);
        }
    }

    private static string? Problem(string query, DataInput input)
    {
        if (Token().Matches(query).Select(match => match.Groups[1].Value).FirstOrDefault(token => !Tokens.Contains(token)) is { } unknown)
            return $"the token {{{{{unknown}}}}} is none that every hook has; known: {string.Join(", ", Tokens)}.";
        if (query.AsSpan().IndexOfAny(' ', '\t', '\n') >= 0)
            return "blanks must be written as %20.";
        if (query.Length > MaximumLength)
            return $"it is longer than the {MaximumLength} characters that servers can be expected to take.";
        if (Read().Match(query) is { Success: true } read)
            return TypeProblem(read.Groups[1].Value, input);
        if (Search().Match(query) is not { Success: true } search)
            return "write it as Type?parameter=value&... or Type/{{context.patientId}}.";
        if (!query.Contains("{{context.patientId}}", StringComparison.Ordinal))
            return "a search must be for the patient, with {{context.patientId}}: no more data than needed.";
        return TypeProblem(search.Groups[1].Value, input) ?? search.Groups[2].Value.Split('&').Select(ParameterProblem).FirstOrDefault(problem => problem is not null);
    }

    private static string Shortened(string query) => query.Length <= 100 ? query : query[..100] + "…";

    private static string? TypeProblem(string type, DataInput input) =>
        input.Types.Contains(type) || input.Types.Count == 0 ? null : $"it asks for {type}, which is not among the input's types.";

    private static string? ParameterProblem(string parameter)
    {
        if (parameter.Split('=', 2) is not [{ Length: > 0 } name, { Length: > 0 } value])
            return $"\"{parameter}\" is not name=value.";
        if (name.Contains('.', StringComparison.Ordinal) || (name.StartsWith('_') && name is not ("_count" or "_sort" or "_id" or "_lastUpdated")))
            return $"\"{name}\" is outside of the queries that EHRs are recommended to answer.";
        if (name.Contains(':', StringComparison.Ordinal) && !name.EndsWith(":in", StringComparison.Ordinal))
            return $"the modifier in \"{name}\" is outside of the queries that EHRs are recommended to answer; only :in is in.";
        return DatePrefix().IsMatch(value) ? $"dates in \"{parameter}\" may have only the prefixes eq, lt, gt, ge and le." : null;
    }

    [GeneratedRegex(@"\{\{([^{}]*)\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Token();

    [GeneratedRegex(@"^([A-Z][A-Za-z]+)/(\{\{[^{}]+\}\}|[A-Za-z0-9.-]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Read();

    [GeneratedRegex(@"^([A-Z][A-Za-z]+)\?(.+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Search();

    [GeneratedRegex(@"^(ne|sa|eb|ap)\d{4}", RegexOptions.CultureInvariant)]
    private static partial Regex DatePrefix();
}
