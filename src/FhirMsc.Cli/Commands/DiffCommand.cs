using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FhirMsc.Content;
using FhirMsc.Content.Changes;

namespace FhirMsc.Cli.Commands;

/// <summary><c>fhirmsc diff</c>: what changed between two versions of a guideline, in words.</summary>
internal static class DiffCommand
{
    private const string Never = "never";
    private const string Any = "any";
    private const string Recommendation = "recommendation";

    public static Command Create(TextWriter output, TextWriter error)
    {
        var before = new Argument<string>("OLD") { Description = "Content file of the former version." };
        var after = new Argument<string>("NEW") { Description = "Content file of the new version." };
        var format = new Option<string>("--format") { Description = "Form of the list.", HelpName = "text|json|markdown", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "markdown");
        var failOn = new Option<string>("--fail-on") { Description = "Exit with 1 if there is any change, or one of what is recommended.", HelpName = $"{Recommendation}|{Any}|{Never}", DefaultValueFactory = _ => Never };
        failOn.AcceptOnlyFromAmong(Recommendation, Any, Never);
        var command = new Command("diff", "Says what changed between two versions of a guideline, element by element.") { before, after, format, failOn };
        command.SetAction(parsed =>
        {
            string[] files = [parsed.GetValue(before)!, parsed.GetValue(after)!];
            var wrong = files.Select(file => (File: file, Problem: File.Exists(file) ? ContentReader.Read(file).Issues.FirstOrDefault(issue => issue.IsError)?.ToString() : "There is no such file.")).Where(file => file.Problem is not null).ToList();
            foreach (var (file, problem) in wrong)
            {
                error.WriteLine($"{file} can't be compared: {problem}");
            }

            if (wrong.Count > 0)
            {
                return ExitCode.Usage;
            }

            using var former = File.OpenRead(files[0]);
            using var current = File.OpenRead(files[1]);
            var changes = ContentComparison.Compare(former, files[0], current, files[1]).Changes;
            output.Write(parsed.GetValue(format) switch
            {
                "json" => Json(changes),
                "markdown" => Markdown(changes),
                _ => string.Concat(changes.Select(change => $"{change.Position}: {change.Text}\n")) + Summary(changes) + "\n",
            });
            return parsed.GetValue(failOn) switch
            {
                Any when changes.Count > 0 => ExitCode.Findings,
                Recommendation when changes.Any(change => change.ConcernsRecommendation) => ExitCode.Findings,
                _ => ExitCode.Fine,
            };
        });
        return command;
    }

    private static string Summary(IReadOnlyList<ContentChange> changes)
    {
        var recommended = changes.Count(change => change.ConcernsRecommendation);
        return changes.Count == 0
            ? "Nothing changed."
            : $"{changes.Count} {(changes.Count == 1 ? "change" : "changes")}, {(recommended == 0 ? "none" : recommended.ToString(System.Globalization.CultureInfo.InvariantCulture))} of what is recommended.";
    }

    private static string Markdown(IReadOnlyList<ContentChange> changes)
    {
        var text = new StringBuilder();
        foreach (var (title, chosen) in new[] { ("Recommendations", true), ("Everything else", false) })
        {
            var part = changes.Where(change => change.ConcernsRecommendation == chosen).ToList();
            if (part.Count > 0)
            {
                text.Append("### ").Append(title).Append("\n\n").AppendJoin('\n', part.Select(change => $"- {Escaped(change.Text)}")).Append("\n\n");
            }
        }

        return text.Append(Summary(changes)).Append('\n').ToString();
    }

    /// <summary>Content is data: what looks like Markdown or HTML in it stays text.</summary>
    private static string Escaped(string text) =>
        string.Concat(text.Select(c => c switch { '<' => "&lt;", '>' => "&gt;", '&' => "&amp;", '\\' or '`' or '*' or '_' or '[' or ']' or '|' => $"\\{c}", _ => c.ToString() }));

    private static string Json(IReadOnlyList<ContentChange> changes)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteStartArray("changes");
            foreach (var change in changes)
            {
                json.WriteStartObject();
                json.WriteString("kind", change.Kind.ToString().ToLowerInvariant());
                json.WriteString("path", change.Path);
                json.WriteString("text", change.Text);
                if (change.Old is not null)
                {
                    json.WriteString("old", change.Old);
                }

                if (change.New is not null)
                {
                    json.WriteString("new", change.New);
                }

                json.WriteString("file", change.Position.Source);
                json.WriteNumber("line", change.Position.Line);
                json.WriteNumber("column", change.Position.Column);
                json.WriteBoolean("concernsRecommendation", change.ConcernsRecommendation);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }
}
