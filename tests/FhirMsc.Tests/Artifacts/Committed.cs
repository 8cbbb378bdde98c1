using FhirMsc.Artifacts;
using FhirMsc.Content;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Tests.House;

namespace FhirMsc.Tests.Artifacts;

/// <summary>The guideline that is committed, and what is generated from it.</summary>
internal static class Committed
{
    public static string ContentFile { get; } = Path.Combine(Repository.Root, "fhir-resources", "content", "nih-covid19-cell-therapy.yaml");

    public static Guideline Guideline { get; } = Read(ContentFile);

    /// <summary>All guidelines that are committed, in the order of their files.</summary>
    public static IReadOnlyList<Guideline> Guidelines { get; } =
        [.. System.IO.Directory.EnumerateFiles(Path.GetDirectoryName(ContentFile)!, "*.yaml").Where(file => !file.EndsWith(".cases.yaml", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Read)];

    /// <summary>What is generated for each release.</summary>
    public static IReadOnlyDictionary<FhirRelease, ArtifactSet> Sets { get; } = FhirRelease.All.ToDictionary(release => release, release => ArtifactGenerator.Generate(Guideline, release));

    /// <summary>Names of the releases, for theories.</summary>
    public static TheoryData<string> Releases { get; } = new(FhirRelease.All.Select(release => release.Name));

    public static ArtifactSet Set => Sets[FhirRelease.R4];

    public static ArtifactSet For(string release) => Sets[FhirRelease.Find(release)!];

    public static string Directory(string release) => Path.Combine(Repository.Root, "fhir-resources", release.ToLowerInvariant());

    public static Artifact Find(string reference) => Set.Artifacts.Single(artifact => artifact.Reference == reference);

    public static Guideline Read(string file)
    {
        var result = ContentReader.Read(file);
        Assert.True(result.Guideline is not null, string.Join('\n', result.Issues));
        return result.Guideline;
    }
}
