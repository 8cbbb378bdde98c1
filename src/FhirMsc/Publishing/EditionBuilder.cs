using FhirMsc.Artifacts;
using FhirMsc.Conformance;
using FhirMsc.Content;
using FhirMsc.Content.Changes;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;
using FhirMsc.Publishing.Ledger;

namespace FhirMsc.Publishing;

/// <summary>The whole way from content files to a catalog: read, generate, gate. All findings of all files at once.</summary>
public static class EditionBuilder
{
    /// <summary>Builds one release of all guidelines.</summary>
    /// <param name="contentFiles">YAML files, one guideline each.</param>
    /// <param name="release">The release of FHIR to write.</param>
    /// <param name="ledger">The versions released so far; a guideline that has other content under a released version is refused.</param>
    public static Edition Build(IReadOnlyCollection<string> contentFiles, FhirRelease release, ReleaseLedger? ledger = null)
    {
        ArgumentNullException.ThrowIfNull(contentFiles);
        var guidelines = new List<Guideline>();
        var issues = new List<Issue>();
        var findings = new List<Finding>();
        var sets = new List<ArtifactSet>();
        var passed = new List<ValidatedArtifacts>();
        foreach (var file in contentFiles)
        {
            var content = ContentReader.Read(file);
            issues.AddRange(content.Issues);
            if (content.Guideline is null)
            {
                continue;
            }

            if (ledger?.Contradicts(VersionOf(content.Guideline, file)) == true)
            {
                issues.Add(LedgerIssues.VersionReused.At("version", content.Positions.GetValueOrDefault("version"), content.Guideline.Version));
                continue;
            }

            guidelines.Add(content.Guideline);
            sets.Add(ArtifactGenerator.Generate(content.Guideline, release));
            var result = Gate.Check(sets[^1]);
            findings.AddRange(result.Findings);
            if (result.Passed is not null)
            {
                passed.Add(result.Passed);
            }
        }

        var whole = passed.Count == contentFiles.Count && passed.Count > 0;
        return new Edition
        {
            Catalog = whole ? new Catalog(passed) : null,
            Guidelines = guidelines,
            Sets = sets,
            ContentIssues = issues,
            Findings = findings,
        };
    }

    /// <summary>A guideline's version and what its file says, for the ledger.</summary>
    /// <exception cref="IOException">The file can't be read.</exception>
    public static ReleasedVersion VersionOf(Guideline guideline, string contentFile)
    {
        ArgumentNullException.ThrowIfNull(guideline);
        using var stream = File.OpenRead(contentFile);
        return new ReleasedVersion(guideline.Id, guideline.Version, ContentDigest.Of(stream) ?? string.Empty);
    }
}
