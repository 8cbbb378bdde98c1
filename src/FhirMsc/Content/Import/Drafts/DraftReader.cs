using FhirMsc.Content.Reading;
using FhirMsc.Content.Reading.Yaml;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Content.Import.Drafts;

/// <summary>Reads drafts, YAML or JSON, which is YAML as well.</summary>
internal static class DraftReader
{
    /// <summary>Reads a draft or reviewed content.</summary>
    /// <returns>The root, or why there is none.</returns>
    public static (DraftMap? Root, IReadOnlyList<Issue> Issues) Read(Stream stream, string? name)
    {
        var report = new Report();
        var root = YamlLoader.Load(stream, name, report);
        if (report.HasErrors)
            return (null, report.Issues);
        return root is SourceMap map ? ((DraftMap)Of(map), []) : (null, [ImportIssues.NoDraft.At(string.Empty, new SourcePosition(name, 1, 1), "it is no map of keys.")]);
    }

    /// <summary>A loaded file as a draft.</summary>
    public static DraftNode Of(SourceNode node)
    {
        switch (node)
        {
            case SourceMap map:
                var made = new DraftMap();
                foreach (var entry in map.Entries)
                    made.Set(entry.Key, Of(entry.Value));
                return made;
            case SourceList list:
                return new DraftList(list.Items.Select(Of));
            case SourceScalar scalar:
                return new DraftText(scalar.Text, bare: !scalar.Quoted && (scalar.Text is "true" or "false" || (scalar.Text.Length < 10 && scalar.Text.Length > 0 && (scalar.Text == "0" || scalar.Text[0] != '0') && scalar.Text.All(char.IsAsciiDigit))));
            default:
                return new DraftText(string.Empty);
        }
    }
}
