namespace FhirMsc.Fhir.Tests.Validation.Published;

/// <summary>The published examples that are themselves broken, each with the id of the issue and why it truly is one, from <c>rejected-examples.txt</c>: one a line, <c>file: issue id: reason</c>.</summary>
internal static class RejectedExamples
{
    /// <summary>Issue ids and reasons by file name.</summary>
    public static ILookup<string, (string Issue, string Reason)> Read() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Validation", "Published", "rejected-examples.txt"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(": ", 3))
            .ToLookup(parts => parts[0], parts => (parts[1], parts[2]), StringComparer.Ordinal);
}
