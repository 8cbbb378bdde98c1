using System.Text.Json;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Packages;

/// <summary>Lists the resources of a package: from its <c>.index.json</c>, and by looking into every file that is not named there.</summary>
internal sealed class PackageIndex(IPackageFiles files, string source, ICollection<Issue> issues)
{
    private const string FileName = ".index.json";

    private static readonly string[] Keys = ["resourceType", "id", "url", "version", "kind", "type"];

    public IReadOnlyList<PackageEntry> Read()
    {
        var listed = ReadIndex();
        var entries = new List<PackageEntry>(files.Names.Count);
        foreach (var name in files.Names)
        {
            if (name.EndsWith(".json", StringComparison.Ordinal) && name is not ("package.json" or FileName) && (listed.GetValueOrDefault(name) ?? Scan(name)) is { } entry)
            {
                entries.Add(entry);
            }
        }

        return entries;
    }

    private Dictionary<string, PackageEntry> ReadIndex()
    {
        var listed = new Dictionary<string, PackageEntry>(StringComparer.Ordinal);
        if (files.Read(FileName) is not { } bytes)
        {
            return listed;
        }

        var result = JsonParser.Parse(bytes, $"{source}/{FileName}", new JsonLimits { KeepEmpty = true });
        if (result.Tree is null)
        {
            issues.Add(PackageIssues.Index.At(string.Empty, null, source));
            return listed;
        }

        foreach (var file in result.Tree.Root.ChildrenNamed("files"))
        {
            if (Text(file, "filename") is { } name && Text(file, "resourceType") is { } type)
            {
                listed[name] = new PackageEntry(name, type, Text(file, "id"), Text(file, "url"), Text(file, "version"), Text(file, "kind"), Text(file, "type"));
            }
        }

        return listed;
    }

    private static string? Text(Node node, string name) => node.Child(name) is { Exists: true } child ? child.Text : null;

    /// <summary>Reads only what stands right in the resource; a file without <c>resourceType</c> is no resource and none of ours.</summary>
    private PackageEntry? Scan(string name)
    {
        if (files.Read(name) is not { } bytes)
        {
            return null;
        }

        Dictionary<string, string> found = [];
        try
        {
            var text = bytes.Span.StartsWith("\uFEFF"u8) ? bytes.Span[3..] : bytes.Span;
            var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = JsonLimits.Default.MaxDepth });
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                return null;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var key = Key(ref reader);
                reader.Read();
                if (key is not null && reader.TokenType == JsonTokenType.String)
                {
                    found[key] = reader.GetString()!;
                }

                reader.Skip();
            }

            // Anything but white space behind the object makes the reader throw.
            reader.Read();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // InvalidOperationException is the reader's word for a string that is not valid UTF-8.
            issues.Add(PackageIssues.File.At(string.Empty, null, source, name));
            return null;
        }

        string? Value(string key) => found.GetValueOrDefault(key);
        return Value("resourceType") is { } type ? new PackageEntry(name, type, Value("id"), Value("url"), Value("version"), Value("kind"), Value("type")) : null;
    }

    private static string? Key(ref Utf8JsonReader reader)
    {
        foreach (var key in Keys)
        {
            if (reader.ValueTextEquals(key))
            {
                return key;
            }
        }

        return null;
    }
}
