using System.CommandLine;
using System.Text;
using FhirMsc.Content.Import;
using FhirMsc.Content.Import.Fetching;
using FhirMsc.Content.Import.Pages;
using FhirMsc.Content.Import.Reviews;

namespace FhirMsc.Cli.Commands;

/// <summary><c>fhirmsc import</c>: a published page to draft content.</summary>
internal static class ImportCommand
{
    public static Command Create(TextWriter output, TextWriter error, Terminal terminal, Func<PageLimits, IPageFetcher>? fetcher = null)
    {
        var page = new Argument<string>("PAGE") { Description = "A page: file (HTML, Markdown or plain text), address (http, https), or - for standard input." };
        var file = new Option<string?>("--out") { Description = "File for the draft. Default: standard output.", HelpName = "FILE" };
        var format = new Option<string>("--format") { Description = "Form of the draft: yaml or json.", DefaultValueFactory = _ => "yaml" };
        format.AcceptOnlyFromAmong("yaml", "json");
        var form = new Option<string?>("--page-format") { Description = "Form of the page: html, markdown or text. Default: told from its name and its text." };
        form.AcceptOnlyFromAmong("html", "markdown", "text");
        var merge = new Option<string?>("--merge") { Description = "Reviewed content that an older version of the page became: the reviewer's decisions are kept, and what changed is listed.", HelpName = "FILE" };
        var rules = new Option<string?>("--rules") { Description = "Folder of rule files (YAML) that are read with those delivered, such as the rating scheme of another publisher.", HelpName = "DIR" };
        var command = new Command("import", "Drafts content from a published guideline page, for a person to review with 'fhirmsc review'. Nothing is invented: what could not be read is listed.") { page, file, format, form, merge, rules };
        command.SetAction(async (parsed, stop) =>
        {
            var name = parsed.GetValue(page)!;
            if (parsed.GetValue(rules) is { } folder && !Directory.Exists(folder))
            {
                await error.WriteLineAsync($"There is no folder '{folder}'.");
                return ExitCode.Usage;
            }

            var (stream, url, exit) = await Open(name, error, fetcher ?? (limits => new HttpPageFetcher(limits)), terminal, stop);
            if (stream is null)
                return exit;
            await using (stream)
            {
                var result = GuidelineImport.Import(stream, name == "-" ? "standard input" : name, parsed.GetValue(format) == "json", Form(parsed.GetValue(form)), url, rules: parsed.GetValue(rules));
                return await Finish(result, parsed.GetValue(file), parsed.GetValue(merge), parsed.GetValue(format) == "json", output, error, stop);
            }
        });
        return command;
    }

    private static async Task<(Stream? Stream, string? Url, int Exit)> Open(string name, TextWriter error, Func<PageLimits, IPageFetcher> fetcher, Terminal terminal, CancellationToken stop)
    {
        if (name == "-")
            return (terminal.Input(), null, ExitCode.Fine);
        if (name.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || name.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        {
            if (!Uri.TryCreate(name, UriKind.Absolute, out var address))
            {
                await error.WriteLineAsync($"'{name}' is no address.");
                return (null, null, ExitCode.Usage);
            }

            var client = fetcher(new PageLimits());
            try
            {
                var fetched = await client.FetchAsync(address, stop);
                foreach (var issue in fetched.Issues)
                    await error.WriteLineAsync(issue.ToString());
                return (fetched.Content, fetched.Address.AbsoluteUri, ExitCode.Findings);
            }
            finally
            {
                (client as IDisposable)?.Dispose();
            }
        }

        if (!File.Exists(name))
        {
            await error.WriteLineAsync(Directory.Exists(name) ? $"'{name}' is a folder. Name one page." : $"There is no file '{name}'.");
            return (null, null, ExitCode.Usage);
        }

        return (File.OpenRead(name), null, ExitCode.Fine);
    }

    private static async Task<int> Finish(ImportResult result, string? file, string? merge, bool json, TextWriter output, TextWriter error, CancellationToken stop)
    {
        foreach (var issue in result.Issues)
            await error.WriteLineAsync(issue.ToString());
        if (result.Draft is not { } draft)
            return ExitCode.Findings;
        if (file is not null && (merge is null || Path.GetFullPath(merge) != Path.GetFullPath(file)) && Answers(file) is var answers and > 0)
        {
            await error.WriteLineAsync($"'{file}' holds {answers} {(answers == 1 ? "answer" : "answers")} of a review, which would be lost. Add --merge {file} to keep them, or write to another file.");
            return ExitCode.Usage;
        }

        if (merge is not null)
        {
            if (!File.Exists(merge))
            {
                await error.WriteLineAsync($"There is no file '{merge}'.");
                return ExitCode.Usage;
            }

            await using var reviewed = File.OpenRead(merge);
            var merged = GuidelineMerge.Merge(reviewed, merge, draft, json);
            foreach (var issue in merged.Issues)
                await error.WriteLineAsync(issue.ToString());
            if (merged.Draft is null)
                return ExitCode.Findings;
            draft = merged.Draft;
            await error.WriteLineAsync(merged.Changes.Count == 0 ? "Nothing changed against the reviewed content." : $"{merged.Changes.Count} changes against the reviewed content:");
            foreach (var change in merged.Changes)
                await error.WriteLineAsync("  " + change);
        }

        if (file is null)
            await output.WriteAsync(draft);
        else
            await File.WriteAllTextAsync(file, draft, new UTF8Encoding(false), stop);
        var (said, open) = (file is null ? error : output, result.Unread.Count);
        await said.WriteLineAsync($"{result.Recommendations} recommendations, {result.References} references, {result.Studies} studies, {result.Statistics} estimates; {open} {(open == 1 ? "place" : "places")} could not be read with certainty.{(file is null ? string.Empty : $" Go on with: fhirmsc review {file}")}");
        return result.Issues.Any(issue => issue.IsError) ? ExitCode.Findings : ExitCode.Fine;
    }

    /// <summary>Answers of a review in a file that would be written over; none in a file that is no draft.</summary>
    private static int Answers(string file)
    {
        if (!File.Exists(file))
            return 0;
        using var stream = File.OpenRead(file);
        return Review.Open(stream, file).Review?.Answers ?? 0;
    }

    private static PageFormat? Form(string? name) => name switch { "html" => PageFormat.Html, "markdown" => PageFormat.Markdown, "text" => PageFormat.Text, _ => null };
}
