using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FhirMsc.Conformance.Losses;
using FhirMsc.Content.Changes;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Publishing;

namespace FhirMsc.Cli.Commands;

/// <summary><c>fhirmsc losses</c>: where each value of the content lands in each release, or why it does not.</summary>
internal static class LossesCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var content = new ContentCommand(error, error);
        var format = new Option<string>("--format") { Description = "Form of the report.", HelpName = "text|json", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("losses", "Says for each value of the content where it lands in each release of FHIR, or why it does not. Exit code 1 if any is lost.") { content.Resources, content.Content, format };
        command.SetAction(parsed =>
        {
            var editions = new List<Edition>();
            Workspace? workspace = null;
            foreach (var release in FhirRelease.All)
            {
                var (edition, found, exit) = content.Build(parsed, release);
                if (edition is null || edition.Guidelines.Count == 0)
                {
                    return exit;
                }

                editions.Add(edition);
                workspace = found;
            }

            var files = parsed.GetValue(content.Content) is { Length: > 0 } named ? named : [.. workspace!.ContentFiles];
            var landings = new List<FactLanding>();
            foreach (var (guideline, file) in editions[0].Guidelines.Zip(files))
            {
                using var stream = File.OpenRead(file);
                landings.AddRange(LossReport.Of(ContentValues.Of(stream, file), [.. editions.SelectMany(edition => edition.Sets.Where(set => set.Guideline == guideline.Id))]));
            }

            output.Write(parsed.GetValue(format) == "json" ? Json(landings) : Text(landings));
            var lost = landings.Count(landing => landing.LostIn.Any());
            error.WriteLine($"{landings.Count} values, {(lost == 0 ? "none" : lost.ToString(System.Globalization.CultureInfo.InvariantCulture))} lost.");
            return lost == 0 ? ExitCode.Fine : ExitCode.Findings;
        });
        return command;
    }

    private static string Text(List<FactLanding> landings)
    {
        var text = new StringBuilder();
        foreach (var landing in landings)
        {
            text.Append(landing.Position).Append(' ').Append(landing.Path).Append(": ").Append(landing.Value.Length > 60 ? landing.Value[..60] + "…" : landing.Value).Append('\n');
            foreach (var (release, places) in landing.Places)
            {
                text.Append("  ").Append(release.Name.PadRight(4)).Append(places.Count > 0 ? string.Join(", ", places) : landing.Reason ?? "LOST").Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Json(List<FactLanding> landings)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartArray();
            foreach (var landing in landings)
            {
                json.WriteStartObject();
                json.WriteString("path", landing.Path);
                json.WriteString("file", landing.Position.Source);
                json.WriteNumber("line", landing.Position.Line);
                json.WriteString("value", landing.Value);
                json.WriteStartObject("places");
                foreach (var (release, places) in landing.Places)
                {
                    json.WriteStartArray(release.Name);
                    foreach (var place in places)
                    {
                        json.WriteStringValue(place);
                    }

                    json.WriteEndArray();
                }

                json.WriteEndObject();
                if (landing.Reason is not null)
                {
                    json.WriteString("reason", landing.Reason);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }
}
