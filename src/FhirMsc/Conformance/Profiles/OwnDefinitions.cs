using System.Collections.Concurrent;
using System.IO.Compression;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Conformance.Profiles;

/// <summary>
/// This project's own profiles and extensions for a release: the files of <c>fhir-resources/profiles</c>, which the program carries with it, so that whoever
/// validates has them. Safe to use from several threads.
/// </summary>
/// <param name="release">The release.</param>
public sealed class OwnDefinitions(FhirRelease release) : IDefinitionSource
{
    /// <summary>
    /// What their URLs start with. It does not follow the base of a guideline's canonicals: the profiles and extensions mean the same for every guideline and
    /// every publisher, programs look for these very URLs, and whoever moves a guideline to another base must not have to publish new profiles for it.
    /// </summary>
    public const string Base = "https://fhirmsc.example.org/fhir/StructureDefinition/";

    private readonly ConcurrentDictionary<string, StructureDefinition?> known = new(StringComparer.Ordinal);

    /// <summary>The files of a release by their names, in ordinal order.</summary>
    public static IEnumerable<KeyValuePair<string, byte[]>> Files(FhirRelease release)
    {
        ArgumentNullException.ThrowIfNull(release);
        var folder = $"profiles/{release.Name.ToLowerInvariant()}/";
        return typeof(OwnDefinitions).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(name => KeyValuePair.Create(name[folder.Length..], Bytes(name)!));
    }

    /// <inheritdoc/>
    public StructureDefinition? FindStructure(string canonical)
    {
        ArgumentNullException.ThrowIfNull(canonical);
        var bar = canonical.IndexOf('|', StringComparison.Ordinal);
        var url = bar < 0 ? canonical : canonical[..bar];
        if (!url.StartsWith(Base, StringComparison.Ordinal))
        {
            return null;
        }

        var found = known.TryGetValue(url, out var before) ? before : Load(url[Base.Length..]) is { } loaded ? known.GetOrAdd(url, loaded) : null;
        return found is not null && (bar < 0 || found.Version == canonical[(bar + 1)..]) ? found : null;
    }

    /// <inheritdoc/>
    public ValueSetDefinition? FindValueSet(string canonical) => null;

    /// <inheritdoc/>
    public CodeSystemDefinition? FindCodeSystem(string canonical) => null;

    private StructureDefinition? Load(string id)
    {
        var name = $"profiles/{release.Name.ToLowerInvariant()}/StructureDefinition-{id}.json";
        if (Bytes(name) is not { } bytes)
        {
            return null;
        }

        var issues = new List<Issue>();
        return JsonParser.Parse(bytes, name).Tree is { } tree && StructureDefinition.Read(tree.Root, issues) is { } structure && issues.Count == 0
            ? structure
            : throw new InvalidOperationException($"The program was built with a profile that can't be read: {name}. {string.Join(' ', issues)}");
    }

    private static byte[]? Bytes(string name)
    {
        using var stream = typeof(OwnDefinitions).Assembly.GetManifestResourceStream(name);
        if (stream is null)
        {
            return null;
        }

        // The build compresses them; see the project file.
        using var json = new MemoryStream();
        using var gzip = new GZipStream(stream, CompressionMode.Decompress);
        gzip.CopyTo(json);
        return json.ToArray();
    }
}
