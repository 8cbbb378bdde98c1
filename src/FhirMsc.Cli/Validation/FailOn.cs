using FhirMsc.Conformance.Runs;

namespace FhirMsc.Cli.Validation;

/// <summary>The mildest finding that makes the command end with 1.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Fails">Whether the numbers of a run hold such a finding.</param>
internal sealed record FailOn(string Name, Func<RunSummary, bool> Fails)
{
    /// <summary>The one list of them.</summary>
    public static IReadOnlyList<FailOn> All { get; } =
    [
        new("error", summary => summary.Errors > 0),
        new("warning", summary => summary.Errors + summary.Warnings > 0),
        new("information", summary => summary.Errors + summary.Warnings + summary.Information > 0),
        new("never", _ => false),
    ];
}
