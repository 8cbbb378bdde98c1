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
        return Build([.. contentFiles.Select(ContentFile.Read)], release, ledger);
    }

    /// <summary>Builds one release of all guidelines from what was read of their files.</summary>
    /// <param name="contentFiles">YAML files, one guideline each.</param>
    /// <param name="release">The release of FHIR to write.</param>
    /// <param name="ledger">The versions released so far; a guideline that has other content under a released version is refused.</param>
    public static Edition Build(IReadOnlyCollection<ContentFile> contentFiles, FhirRelease release, ReleaseLedger? ledger = null)
    {
        ArgumentNullException.ThrowIfNull(contentFiles);

        // Each file stands on its own until the catalog puts them together, so they are built side by side: the server waits for this at every start.
        var parts = Task.WhenAll(contentFiles.Select(file => Task.Run(() => BuildPart(file, release, ledger)))).GetAwaiter().GetResult();
        var passed = parts.Select(part => part.Gate?.Passed).OfType<ValidatedArtifacts>().ToList();
        var whole = passed.Count == contentFiles.Count && passed.Count > 0;
        return new Edition
        {
            Catalog = whole ? new Catalog(passed) : null,
            Guidelines = [.. parts.Select(part => part.Guideline).OfType<Guideline>()],
            Sets = [.. parts.Select(part => part.Set).OfType<ArtifactSet>()],
            ContentIssues = [.. parts.SelectMany(part => part.Issues)],
            Findings = [.. parts.SelectMany(part => part.Gate?.Findings ?? [])],
        };
    }

    /// <summary>A guideline's version and what its file says, for the ledger.</summary>
    /// <exception cref="IOException">The file can't be read.</exception>
    public static ReleasedVersion VersionOf(Guideline guideline, string contentFile)
    {
        ArgumentNullException.ThrowIfNull(guideline);
        using var stream = File.OpenRead(contentFile);
        return VersionOf(guideline, stream);
    }

    private static ReleasedVersion VersionOf(Guideline guideline, Stream content) => new(guideline.Id, guideline.Version, ContentDigest.Of(content) ?? string.Empty);

    private static bool Contradicts(ReleaseLedger ledger, Guideline guideline, ReadOnlyMemory<byte> content)
    {
        // The digest takes a second reading of the file, which a version that was never released does not need.
        if (!ledger.Entries.Any(entry => entry.Guideline == guideline.Id && entry.Version == guideline.Version))
        {
            return false;
        }

        using var stream = ContentFile.Stream(content);
        return ledger.Contradicts(VersionOf(guideline, stream));
    }

    private static Part BuildPart(ContentFile file, FhirRelease release, ReleaseLedger? ledger)
    {
        var content = file.Content();
        if (content.Guideline is not { } guideline || file.Bytes is not { } bytes)
        {
            return new Part(content.Issues);
        }

        if (ledger is not null && Contradicts(ledger, guideline, bytes))
        {
            return new Part([.. content.Issues, LedgerIssues.VersionReused.At("version", content.Positions.GetValueOrDefault("version"), guideline.Version)]);
        }

        var set = ArtifactGenerator.Generate(guideline, release);
        return new Part(content.Issues, guideline, set, Conformance.Gate.Check(set));
    }

    /// <summary>What came of one file, as far as it got.</summary>
    private sealed record Part(IReadOnlyList<Issue> Issues, Guideline? Guideline = null, ArtifactSet? Set = null, GateResult? Gate = null);
}
