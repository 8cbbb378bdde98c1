using System.Security.Cryptography;
using System.Text;
using FhirMsc.Content.Reading;
using FhirMsc.Content.Reading.Yaml;

namespace FhirMsc.Content.Changes;

/// <summary>A digest of what a content file says: the same for two files that differ in comments, folding, quoting or the order of keys only.</summary>
public static class ContentDigest
{
    /// <summary>The digest of a file.</summary>
    /// <param name="content">UTF-8 YAML.</param>
    /// <returns>sha256 in lower-case hex, or <see langword="null"/> if the file is no YAML.</returns>
    public static string? Of(Stream content)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (YamlLoader.Load(content, null, new Report()) is not { } root)
        {
            return null;
        }

        var text = new StringBuilder();
        Append(root, text);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>Lengths in front of texts keep different trees from giving the same text.</summary>
    private static void Append(SourceNode node, StringBuilder text)
    {
        switch (node)
        {
            case SourceMap map:
                text.Append('{').Append(map.Entries.Count).Append(':');
                foreach (var entry in map.Entries.OrderBy(entry => entry.Key, StringComparer.Ordinal))
                {
                    text.Append(entry.Key.Length).Append(':').Append(entry.Key);
                    Append(entry.Value, text);
                }

                break;
            case SourceList list:
                text.Append('[').Append(list.Items.Count).Append(':');
                foreach (var item in list.Items)
                {
                    Append(item, text);
                }

                break;
            case SourceScalar scalar:
                var words = string.Join(' ', scalar.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
                text.Append('\'').Append(words.Length).Append(':').Append(words);
                break;
            default:
                break;
        }
    }
}
