using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FhirMsc.Conformance.Baselines;

/// <summary>Writes findings as a baseline, for people to fill in the reasons.</summary>
/// <param name="output">Where to.</param>
/// <param name="today">The day of the run.</param>
public sealed class BaselineWriter(TextWriter output, DateOnly today)
{
    /// <summary>How long findings are excused that nobody has looked at yet, in days.</summary>
    private const int Grace = 90;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the head.</summary>
    public void Begin()
    {
        output.WriteLine("# Findings that are known and excused until they expire. Give each a reason of its own, and shorten the list.");
        output.WriteLine($"schema: {BaselineReader.Schema}");
        output.WriteLine("findings:");
    }

    /// <summary>Writes one finding. One that an entry excuses keeps the entry's reason and its last day.</summary>
    /// <param name="finding">The finding, with its fingerprint.</param>
    /// <param name="file">Its file, as the repository names it.</param>
    public void Add(Finding finding, string file)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var reason = finding.Known?.Reason ?? string.Create(CultureInfo.InvariantCulture, $"Found on {today:yyyy-MM-dd} and not looked at yet.");
        var entry = new StringBuilder()
            .Append("  - fingerprint: ").AppendLine(Quoted(finding.Fingerprint))
            .Append("    code: ").AppendLine(finding.Issue.Kind.Id)
            .Append("    file: ").AppendLine(Quoted(file))
            .Append("    # ").AppendLine(Comment(finding.Issue.Path.Length == 0 ? finding.Issue.Text : $"{finding.Issue.Path}: {finding.Issue.Text}"))
            .Append("    reason: ").AppendLine(Quoted(reason))
            .Append(CultureInfo.InvariantCulture, $"    expires: {finding.Known?.Expires ?? today.AddDays(Grace):yyyy-MM-dd}");
        output.WriteLine(entry.Replace("\r\n", "\n"));
    }

    /// <summary>Writes the end.</summary>
    /// <param name="any">Whether there was any finding.</param>
    public void End(bool any)
    {
        if (!any)
        {
            output.WriteLine("  []");
        }
    }

    /// <summary>YAML's double-quoted style takes every JSON string.</summary>
    private static string Quoted(string text) => JsonSerializer.Serialize(text, Plain);

    private static string Comment(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
