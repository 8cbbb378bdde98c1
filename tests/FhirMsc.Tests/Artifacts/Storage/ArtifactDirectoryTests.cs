using FhirMsc.Artifacts.Storage;
using FhirMsc.Tests.Content;

namespace FhirMsc.Tests.Artifacts.Storage;

public sealed class ArtifactDirectoryTests : IDisposable
{
    private readonly DirectoryInfo temporary = Directory.CreateTempSubdirectory("fhirmsc");

    private string Target => Path.Combine(temporary.FullName, "r4");

    [Fact]
    public void Writes_every_file_once_and_then_nothing()
    {
        var set = SampleArtifacts.Set(Sample.Yaml);
        var directory = new ArtifactDirectory(Target);

        Assert.Equal(set.Artifacts.Count, directory.Write(set).Count);
        Assert.Empty(directory.Write(set));
        Assert.Empty(directory.Check(set));
        Assert.All(set.Artifacts, artifact => Assert.Equal(artifact.Json.ToArray(), File.ReadAllBytes(Path.Combine(Target, artifact.FileName))));
    }

    [Fact]
    public void Names_what_is_missing_different_and_stale()
    {
        var set = SampleArtifacts.Set(Sample.Yaml);
        var directory = new ArtifactDirectory(Target);
        directory.Write(set);
        File.Delete(Path.Combine(Target, "PlanDefinition-velorimab.json"));
        File.AppendAllText(Path.Combine(Target, "PlanDefinition-velorimab-use.json"), " ");
        File.WriteAllText(Path.Combine(Target, "Patient-old.json"), """{"resourceType":"Patient","id":"old"}""");

        Assert.Equal(
            [
                new Drift("Patient-old.json", DriftKind.Stale),
                new Drift("PlanDefinition-velorimab-use.json", DriftKind.Different),
                new Drift("PlanDefinition-velorimab.json", DriftKind.Missing),
            ],
            directory.Check(set));
    }

    [Fact]
    public void Removes_stale_files_and_leftovers_and_nothing_else()
    {
        var set = SampleArtifacts.Set(Sample.Yaml);
        var directory = new ArtifactDirectory(Target);
        directory.Write(set);
        File.WriteAllText(Path.Combine(Target, "Patient-old.json"), """{"resourceType":"Patient","id":"old"}""");
        File.WriteAllText(Path.Combine(Target, "Patient-half.json.new"), "{");
        string[] foreign = ["package.json", "Patient-renamed.json", "notes.txt", "broken.json"];
        File.WriteAllText(Path.Combine(Target, foreign[0]), "{}");
        File.WriteAllText(Path.Combine(Target, foreign[1]), """{"resourceType":"Patient","id":"other"}""");
        File.WriteAllText(Path.Combine(Target, foreign[2]), "x");
        File.WriteAllText(Path.Combine(Target, foreign[3]), "{");

        directory.Write(set);

        Assert.Equal(
            set.Artifacts.Select(artifact => artifact.FileName).Concat(foreign).Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(Target).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_file_that_can_not_be_written_leaves_the_others_as_they_were()
    {
        var old = SampleArtifacts.Set(Sample.Yaml);
        var directory = new ArtifactDirectory(Target);
        directory.Write(old);
        var changed = SampleArtifacts.Set(Sample.With("version: 1.0.0", "version: 2.0.0"));
        Directory.CreateDirectory(Path.Combine(Target, "ValueSet-tests.json.new"));

        Assert.ThrowsAny<SystemException>(() => directory.Write(changed));

        Assert.Empty(directory.Check(old));
    }

    public void Dispose() => temporary.Delete(recursive: true);
}
