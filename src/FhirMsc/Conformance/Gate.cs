using FhirMsc.Artifacts;
using FhirMsc.Conformance.Baselines;
using FhirMsc.Conformance.Profiles;
using FhirMsc.Conformance.Traces;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Packages;
using FhirMsc.Fhir.Validation;

namespace FhirMsc.Conformance;

/// <summary>
/// Between the generator and everything that publishes. It checks each artifact with the whole validator: against the definition of its type, the core profiles
/// and our own that it claims, and those of packages that the user has; and that references and canonicals of our own lead to artifacts of the set. Warnings
/// that are explained, each with its reason, are marked as known.
/// </summary>
public static class Gate
{
    /// <summary>Checks a set.</summary>
    /// <param name="set">The artifacts. Their value sets and code systems are definitions for the others.</param>
    /// <param name="packages">Packages with further profiles; none if <see langword="null"/>.</param>
    /// <param name="time">The clock that the last days of explanations are judged by; the system's if <see langword="null"/>.</param>
    /// <returns>The validated set if there is no error, and all findings in any case.</returns>
    public static GateResult Check(ArtifactSet set, IReadOnlyList<FhirPackage>? packages = null, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(set);
        var validator = new ResourceValidator(ValidationRules.For(set.Release, packages ?? [], new ResourceDefinitions(set.Artifacts.Select(artifact => artifact.Tree.Root))));
        var links = new LinkCheck(set);
        var explained = Explanations.Open(time ?? TimeProvider.System);

        // Artifacts are checked side by side; the explanations keep account of what they met, and judge one finding after the other.
        var issues = set.Artifacts.AsParallel().AsOrdered().Select(artifact => (Artifact: artifact, Issues: Check(artifact, validator, links)));
        var findings = issues.AsSequential()
            .SelectMany(each => each.Issues.Select(issue => explained.Judge(new Finding(each.Artifact.FileName, issue, OriginSearch.Nearest(each.Artifact, issue.Path)), each.Artifact.FileName)))
            .ToList();

        // An explanation excuses a warning. Nothing excuses an error: it stays one, and the set stays here.
        return new GateResult(findings.Any(finding => finding.Issue.IsError) ? null : new ValidatedArtifacts(set), findings);
    }

    private static List<Issue> Check(Artifact artifact, ResourceValidator validator, LinkCheck links) =>
        [.. JsonParser.Parse(artifact.Json).Issues, .. validator.Validate(artifact.Tree.Root), .. links.Check(artifact.Tree.Root)];
}
