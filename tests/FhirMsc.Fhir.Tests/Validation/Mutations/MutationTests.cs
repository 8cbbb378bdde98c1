using System.Text;
using FhirMsc.Fhir.Tests.Packages;
using Xunit.Abstractions;

namespace FhirMsc.Fhir.Tests.Validation.Mutations;

public class MutationTests(ITestOutputHelper output)
{
    private const int Seed = 20261125;

    [Fact]
    public void Every_kind_of_damage_to_our_own_examples_is_found_where_it_is()
    {
        var run = new MutationRun(Seed, placesEach: 3);
        foreach (var (name, resource) in Samples.All)
        {
            Assert.True(MutationRun.Errors(resource) is [], $"{name}: {string.Join('\n', MutationRun.Errors(resource))}");
            run.Break(name, resource);
        }

        Report(run);
        Assert.All(run.Counts, count => Assert.True(count.Value.Made > 0, $"No mutant of the kind '{count.Key}' was made."));
    }

    [PackageFact(LocalPackages.R4)]
    public void So_is_damage_to_published_examples()
    {
        var package = LocalPackages.Open(LocalPackages.R4);
        var entries = package.Entries.ToArray();
        new Random(Seed).Shuffle(entries);
        var run = new MutationRun(Seed, placesEach: 1);
        var perType = new Dictionary<string, int>();
        foreach (var entry in entries)
        {
            // A few of each type: most of the package is code systems.
            if (perType.GetValueOrDefault(entry.ResourceType) < 2 && package.Read(entry.FileName) is { Length: < 30_000 } bytes && Encoding.UTF8.GetString(bytes.Span) is var resource && MutationRun.IsValid(resource))
            {
                run.Break(entry.FileName, resource);
                perType[entry.ResourceType] = perType.GetValueOrDefault(entry.ResourceType) + 1;
            }
        }

        output.WriteLine($"{perType.Values.Sum()} examples of {perType.Count} types");
        Report(run);
    }

    private void Report(MutationRun run)
    {
        output.WriteLine($"seed {Seed}");
        foreach (var (kind, (made, found)) in run.Counts)
        {
            output.WriteLine($"{kind,-45} {found,5} of {made,5}");
        }

        Assert.True(run.Missed.Count == 0, $"{run.Missed.Count} missed:\n{string.Join('\n', run.Missed.Take(40))}");
    }
}
