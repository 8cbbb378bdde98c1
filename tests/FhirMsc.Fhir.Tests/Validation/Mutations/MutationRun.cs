using System.Text;
using System.Text.Json.Nodes;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Terminology;
using FhirMsc.Fhir.Validation;

namespace FhirMsc.Fhir.Tests.Validation.Mutations;

/// <summary>Breaks valid resources in all ways that apply, a few places each, and notes which of them the validator does not find.</summary>
internal sealed class MutationRun(int seed, int placesEach)
{
    private static readonly FhirModel Model = FhirModel.For(FhirRelease.R4);
    private static readonly ResourceValidator Validator = new(new ValidationSettings { Model = Model, Terminology = new TerminologyPort(new LocalTerminology(Model)) });

    private readonly Random random = new(seed);

    /// <summary>All ways to break a resource.</summary>
    public static IReadOnlyList<Mutation> All { get; } = [.. ValueMutations.All, .. ElementMutations.All, .. ResourceMutations.All];

    /// <summary>How many mutants there were of each kind, and how many of them were found.</summary>
    public Dictionary<string, (int Made, int Found)> Counts { get; } = All.ToDictionary(mutation => mutation.Name, _ => (0, 0));

    /// <summary>The mutants that were not found at their place, in words.</summary>
    public List<string> Missed { get; } = [];

    /// <summary>Whether the validator finds no error in a resource.</summary>
    public static bool IsValid(string resource) => Errors(resource).Count == 0;

    /// <summary>The errors of a resource.</summary>
    public static List<Issue> Errors(string resource)
    {
        var parsed = JsonParser.Parse(Encoding.UTF8.GetBytes(resource));
        return [.. parsed.Issues.Concat(parsed.Tree is null ? [] : Validator.Validate(parsed.Tree.Root)).Where(issue => issue.IsError)];
    }

    /// <summary>Breaks one resource.</summary>
    /// <param name="name">Name of the resource, for messages.</param>
    /// <param name="resource">The resource, which must be valid.</param>
    public void Break(string name, string resource)
    {
        var original = (JsonObject)JsonNode.Parse(resource)!;
        var spots = Spot.All(original, Model).ToList();
        foreach (var mutation in All)
        {
            var places = Enumerable.Range(0, spots.Count).Where(i => mutation.Applies(spots[i])).ToArray();
            random.Shuffle(places);
            foreach (var place in places.Take(placesEach))
            {
                var copy = (JsonObject)original.DeepClone();
                var path = mutation.Break(Spot.All(copy, Model).ElementAt(place));
                var errors = Errors(copy.ToJsonString());
                var found = errors.Exists(error => Meets(path, error.Path));
                var (made, met) = Counts[mutation.Name];
                Counts[mutation.Name] = (made + 1, met + (found ? 1 : 0));
                if (!found)
                {
                    Missed.Add($"seed {seed}, {name}, {mutation.Name} at {path}: {(errors.Count == 0 ? "accepted" : string.Join(" | ", errors.Take(3)))}");
                }
            }
        }
    }

    /// <summary>The place itself, the element right around it, or one in it.</summary>
    private static bool Meets(string expected, string found) =>
        found == expected || found.StartsWith(expected + ".", StringComparison.Ordinal) || found.StartsWith(expected + "[", StringComparison.Ordinal) || found == Around(expected);

    private static string Around(string path)
    {
        var dot = path.LastIndexOf('.');
        return dot < 0 ? path : path[..dot];
    }
}
