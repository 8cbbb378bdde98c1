using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.Packages.Registry;

/// <summary>How one attempt ended.</summary>
/// <param name="Issue">What went wrong; <see langword="null"/> if nothing.</param>
/// <param name="MayRepeat">Whether another attempt may go better.</param>
/// <param name="Pause">How long the server asks to wait.</param>
internal sealed record Attempt(Issue? Issue, bool MayRepeat, TimeSpan? Pause)
{
    public static Attempt Done { get; } = new(null, false, null);

    public static Attempt Final(Issue issue) => new(issue, false, null);

    public static Attempt Again(Issue issue, TimeSpan? pause = null) => new(issue, true, pause);
}
