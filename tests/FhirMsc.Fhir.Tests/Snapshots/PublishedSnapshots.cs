using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Packages;
using FhirMsc.Fhir.Snapshots;
using FhirMsc.Suites.Snapshot;

namespace FhirMsc.Fhir.Tests.Snapshots;

/// <summary>Makes the snapshots of a package anew and compares them with the published ones.</summary>
internal sealed class PublishedSnapshots(FhirPackage package)
{
    /// <summary>The same for types.</summary>
    public (int Compared, List<(string Name, string Text)> Differences) CompareTypes() => Compare(profiles: false);

    /// <summary>How many profiles and extensions were compared, and the differences, each with the last step of the structure's URL.</summary>
    public (int Compared, List<(string Name, string Text)> Differences) Compare(bool profiles = true)
    {
        var definitions = new PackageDefinitions(package);
        var generator = new SnapshotGenerator(definitions);
        var compared = 0;
        List<(string Name, string Text)> differences = [];
        foreach (var url in definitions.StructureUrls)
        {
            if (definitions.FindStructure(url) is not { Snapshot: { } published, Differential: not null } structure || structure.IsProfile != profiles)
            {
                continue;
            }

            compared++;
            var name = url[(url.LastIndexOf('/') + 1)..];
            var result = generator.Generate(structure);
            differences.AddRange(result.Issues.Where(issue => issue.IsError).Select(issue => (name, issue.ToString())));
            differences.AddRange(SnapshotComparison.Differences(published, result.Structure?.Snapshot ?? [], versions: true).Select(difference => (name, difference)));
        }

        return (compared, differences);
    }
}
