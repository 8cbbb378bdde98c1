using System.Collections.Concurrent;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Terminology;
using FhirMsc.Fhir.Tests.Packages;
using FhirMsc.Fhir.Validation;

namespace FhirMsc.Fhir.Tests.Validation.Published;

public class ExampleAcceptanceTests
{
    private const int LargestExample = 400_000;

    [PackageFact(LocalPackages.R4)]
    public void Accepts_every_published_example_that_is_not_itself_broken()
    {
        var package = LocalPackages.Open(LocalPackages.R4);
        var model = FhirModel.For(FhirRelease.R4);
        var definitions = new DefinitionSources(model, new PackageDefinitions(package));
        var validator = new ResourceValidator(new ValidationSettings { Model = model, Definitions = definitions, Terminology = new TerminologyPort(new LocalTerminology(definitions)) });
        var found = new ConcurrentDictionary<string, List<string>>();
        var count = 0;
        Parallel.ForEach(package.Entries, entry =>
        {
            if (package.Read(entry.FileName) is not { Length: <= LargestExample })
            {
                return;
            }

            Interlocked.Increment(ref count);
            var parsed = package.Read(entry);
            var errors = parsed.Issues.Concat(validator.Validate(parsed.Tree!.Root)).Where(issue => issue.IsError).ToList();
            if (errors.Count > 0)
            {
                found[entry.FileName] = [.. errors.Select(error => error.ToString())];
            }
        });

        if (Environment.GetEnvironmentVariable("FHIRMSC_REJECTED") is { } file)
        {
            File.WriteAllLines(file, found.OrderBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => pair.Value));
        }

        var listed = RejectedExamples.Read();
        Assert.True(count > 5_000, $"Only {count} examples were read.");
        Assert.True(found.Keys.All(name => listed.Contains(name)), string.Join('\n', found.Where(pair => !listed.Contains(pair.Key)).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}: {pair.Value[0]}")));
        Assert.All(listed.SelectMany(example => example.Select(fault => (File: example.Key, fault.Issue))), fault => Assert.Contains(found.GetValueOrDefault(fault.File, []), error => error.Contains($" {fault.Issue} ", StringComparison.Ordinal)));
    }
}
