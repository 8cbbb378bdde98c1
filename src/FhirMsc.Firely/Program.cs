using FhirMsc.Conformance.Profiles;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Json;
using FhirMsc.Firely.Opinions;

// The second opinion: all resources of a folder, and broken copies of each, judged by this project's validator and by Firely's.
if (args is not [var folder] || !Directory.Exists(folder))
{
    Console.Error.WriteLine("Usage: dotnet run --project src/FhirMsc.Firely -p:WithFirely=true -- FOLDER, a folder with R4 resources, such as fhir-resources/r4.");
    return 2;
}

string[] files = [.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal)];
var parsed = files.Select(file => JsonParser.Parse(File.ReadAllBytes(file), file)).ToList();
foreach (var result in parsed.Where(result => result.Tree is null))
{
    Console.Error.WriteLine(string.Join('\n', result.Issues));
}

if (parsed.Count == 0 || parsed.Exists(result => result.Tree is null))
{
    Console.Error.WriteLine($"'{folder}' must hold *.json files, each a resource.");
    return 2;
}

NodeTree[] resources = [.. parsed.Select(result => result.Tree!)];
var settings = ValidationRules.For(FhirRelease.R4, [], new ResourceDefinitions(resources.Select(tree => tree.Root)));
var comparison = new Comparison(new OurOpinion(settings), new FirelyOpinion(Definitions.For(resources, settings.Definitions)), Explained.Read(), Console.Out);
var specimens = files.Select(file => Damages.Of(file).ToList()).ToList();
return comparison.Run(specimens.SelectMany(each => each)) + comparison.RoundTrip([.. specimens.Select(each => each[0])]) == 0 ? 0 : 1;
