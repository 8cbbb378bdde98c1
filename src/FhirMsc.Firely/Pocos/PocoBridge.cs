using System.Text.Json;
using FhirMsc.Fhir.Json;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;

namespace FhirMsc.Firely.Pocos;

/// <summary>
/// Between this project's node tree and the classes of Firely's SDK, for hosts that hold those. It goes by way of JSON, the one form that both sides write and read
/// whole; precision of decimals and dates stays. Safe to use from several threads.
/// </summary>
public static class PocoBridge
{
    private static readonly JsonSerializerOptions Options = new JsonSerializerOptions().ForFhir(ModelInfo.ModelInspector);

    /// <summary>Makes an object of Firely's of a resource.</summary>
    /// <param name="resource">A resource of R4.</param>
    /// <returns>The object, and what Firely's parser says against the resource. With messages the object holds what could be read; it is <see langword="null"/> if nothing could.</returns>
    public static (Resource? Resource, IReadOnlyList<string> Messages) ToPoco(Node resource) => ToPoco(JsonWriter.Write(resource));

    /// <summary>Makes an object of Firely's of the JSON of a resource.</summary>
    /// <param name="json">A resource of R4, in UTF-8.</param>
    /// <returns>The object, and what Firely's parser says against the resource. With messages the object holds what could be read; it is <see langword="null"/> if nothing could.</returns>
    public static (Resource? Resource, IReadOnlyList<string> Messages) ToPoco(ReadOnlySpan<byte> json)
    {
        try
        {
            return (JsonSerializer.Deserialize<Resource>(json, Options), []);
        }
        catch (DeserializationFailedException e)
        {
            return (e.PartialResult as Resource, [.. e.Exceptions.Select(one => one.Message)]);
        }
        catch (JsonException e)
        {
            return (null, [e.Message]);
        }
    }

    /// <summary>Makes a resource of an object of Firely's.</summary>
    /// <param name="resource">The object.</param>
    /// <returns>The resource as a tree.</returns>
    /// <exception cref="ArgumentException">The object, written as JSON, is no resource that can be read; the message says where.</exception>
    public static NodeTree FromPoco(Resource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        var (tree, issues) = JsonParser.Parse(JsonSerializer.SerializeToUtf8Bytes(resource, Options));
        return tree is not null && !issues.Any(issue => issue.IsError)
            ? tree
            : throw new ArgumentException($"The {resource.TypeName} cannot be read back: {string.Join(' ', issues)}", nameof(resource));
    }
}
