using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Packages;
using FhirMsc.Fhir.Snapshots;
using FhirMsc.Suites.Snapshot;

namespace FhirMsc.Fhir.Tests.Snapshots;

/// <summary>Makes the snapshot of every profile and extension of a package anew and compares it with the published one.</summary>
internal sealed class PublishedSnapshots(FhirPackage package)
{
    /// <summary>How many structures were compared, and the differences, each with the last step of the structure's URL.</summary>
    public (int Compared, List<(string Name, string Text)> Differences) Compare()
    {
        var definitions = new PackageDefinitions(package);
        var generator = new SnapshotGenerator(definitions);
        var compared = 0;
        List<(string Name, string Text)> differences = [];
        foreach (var url in definitions.StructureUrls)
        {
            if (definitions.FindStructure(url) is not { IsProfile: true, Snapshot: { } published, Differential: not null } structure)
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
