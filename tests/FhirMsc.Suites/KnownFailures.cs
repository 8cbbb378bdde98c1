namespace FhirMsc.Suites;

/// <summary>
/// The cases of a suite that are known to fail, each with the reason, from <c>known-failures/NAME.txt</c>: one a line, <c>case: reason</c>.
/// </summary>
public sealed class KnownFailures
{
    private readonly Dictionary<string, string> reasons = new(StringComparer.Ordinal);

    private KnownFailures()
    {
    }

    /// <summary>Names of the cases.</summary>
    public IReadOnlyCollection<string> Cases => reasons.Keys;

    /// <summary>Reads the list of a suite; a suite without one has no known failures.</summary>
    public static KnownFailures Of(ISuite suite)
    {
        ArgumentNullException.ThrowIfNull(suite);
        var known = new KnownFailures();
        var file = Path.Combine(AppContext.BaseDirectory, "known-failures", suite.Name.Replace('/', '-') + ".txt");
        foreach (var line in File.Exists(file) ? File.ReadLines(file) : [])
        {
            if (line.Length > 0 && line[0] != '#' && line.Split(": ", 2) is [var name, var reason])
            {
                known.reasons.Add(name, reason);
            }
        }

        return known;
    }

    /// <summary>What a run and the list disagree about: cases that fail and are not listed, and listed ones that don't fail.</summary>
    public IReadOnlyList<string> Disagreements(IEnumerable<CaseResult> results)
    {
        var found = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var result in results)
        {
            seen.Add(result.Id);
            if (result.Outcome == CaseOutcome.Failed && !reasons.ContainsKey(result.Id))
            {
                found.Add($"{result.Id} fails and is not listed: {result.Detail}");
            }
            else if (result.Outcome != CaseOutcome.Failed && reasons.ContainsKey(result.Id))
            {
                found.Add($"{result.Id} is listed and does not fail any more.");
            }
        }

        found.AddRange(reasons.Keys.Where(name => !seen.Contains(name)).Select(name => $"{name} is listed and is no case of the suite."));
        return found;
    }
}
