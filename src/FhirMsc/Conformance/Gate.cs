using FhirMsc.Artifacts;
using FhirMsc.Conformance.Traces;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Validation;

namespace FhirMsc.Conformance;

/// <summary>
/// Between the generator and everything that publishes. It checks each artifact against the definition of its type, and that references and canonicals of
/// our own lead to artifacts of the set. What it does not check (invariants, bindings, profiles) it does not claim.
/// </summary>
public static class Gate
{
    /// <summary>Checks a set.</summary>
    /// <returns>The validated set if there is no error, and all findings in any case.</returns>
    public static GateResult Check(ArtifactSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        var validator = new ResourceValidator(FhirModel.For(set.Release));
        var links = new LinkCheck(set);
        var findings = set.Artifacts
            .SelectMany(artifact => Check(artifact, validator, links).Select(issue => new Finding(artifact.FileName, issue, OriginSearch.Nearest(artifact, issue.Path))))
            .ToList();
        return new GateResult(findings.Any(finding => finding.Issue.IsError) ? null : new ValidatedArtifacts(set), findings);
    }

    private static IEnumerable<Issue> Check(Artifact artifact, ResourceValidator validator, LinkCheck links) =>
        [.. JsonParser.Parse(artifact.Json).Issues, .. validator.Validate(artifact.Tree.Root), .. links.Check(artifact.Tree.Root)];
}
