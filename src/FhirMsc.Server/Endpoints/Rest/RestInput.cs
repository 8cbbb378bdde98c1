using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Server.Endpoints.Rest;

/// <summary>The parameters of an operation, whether they came in the query, in a Parameters resource, or as the resource itself (https://hl7.org/fhir/R4/operations.html#executing).</summary>
/// <param name="Query">Names and values of the query.</param>
/// <param name="Body">The resource that was sent; a node that does not exist if there was none.</param>
/// <param name="Found">What is wrong with the body, other than what a fatal fault would have refused.</param>
internal sealed record RestInput(IReadOnlyList<KeyValuePair<string, string>> Query, Node Body, IReadOnlyList<Issue> Found)
{
    public static RestInput Empty { get; } = new([], default, []);

    /// <summary>Whether the parameters were posted as a form.</summary>
    public bool IsForm { get; init; }

    /// <summary>The first value of a parameter as text.</summary>
    public string? Text(string name) =>
        Parameter(name) is { Exists: true } parameter ? Value(parameter).Text : Query.FirstOrDefault(pair => pair.Key == name).Value;

    /// <summary>The first of several names that has a value.</summary>
    public string? Text(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Text(name) is { Length: > 0 } text)
            {
                return text;
            }
        }

        return null;
    }

    /// <summary>A complex value, such as a Coding; a node that does not exist if there is none.</summary>
    public Node Complex(string name) => Parameter(name) is { Exists: true } parameter ? Value(parameter) : default;

    /// <summary>A resource among the parameters, or the body itself if it is one and not Parameters.</summary>
    public Node Resource(string name) => Body.Exists && Body.ResourceType != "Parameters" ? Body : Parameter(name) is { Exists: true } parameter ? parameter.Child("resource") : default;

    /// <summary>Whether a parameter is there, whatever its value.</summary>
    public bool Has(string name) => Parameter(name).Exists || Query.Any(pair => pair.Key == name);

    /// <summary>How often a parameter is there.</summary>
    public int Count(string name) => Names.Count(other => other == name);

    /// <summary>The names of all parameters; a resource that is the body itself has none.</summary>
    public IEnumerable<string> Names => Query.Select(pair => pair.Key).Concat(
        Body.Exists && Body.ResourceType == "Parameters" ? Body.ChildrenNamed("parameter").Select(parameter => parameter.Child("name").Text ?? "(without a name)") : []);

    /// <summary>A boolean.</summary>
    public bool Flag(string name) => Text(name) == "true";

    private Node Parameter(string name) =>
        Body.Exists && Body.ResourceType == "Parameters" ? Body.ChildrenNamed("parameter").FirstOrDefault(parameter => parameter.Child("name").Text == name) : default;

    private static Node Value(Node parameter)
    {
        foreach (var child in parameter.Children)
        {
            if (child.Name.StartsWith("value", StringComparison.Ordinal))
            {
                return child;
            }
        }

        return default;
    }
}
