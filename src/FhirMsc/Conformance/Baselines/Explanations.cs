using FhirMsc.Conformance.Traces;

namespace FhirMsc.Conformance.Baselines;

/// <summary>The warnings about our own artifacts that are explained: <c>fhir-resources/explained.yaml</c>, which the program carries with it.</summary>
internal static class Explanations
{
    private const string File = "explained.yaml";

    /// <summary>Reads them.</summary>
    /// <param name="time">The clock that their last days are judged by.</param>
    public static Baseline Open(TimeProvider time)
    {
        using var stream = typeof(Explanations).Assembly.GetManifestResourceStream(File)!;
        var (entries, issues) = BaselineReader.Read(stream, File);
        return entries is null
            ? throw new InvalidOperationException($"The program was built with explanations that can't be read: {string.Join(' ', issues)}")
            : new Baseline(File, entries, new SourceRoot(Directory.GetCurrentDirectory()), DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
    }
}
