using System.CommandLine;
using System.Text;
using FhirMsc.Content.Import.Pages;
using FhirMsc.Content.Import.Reviews;
using Spectre.Console;

namespace FhirMsc.Cli.Commands;

/// <summary><c>fhirmsc review</c>: a person goes through what the import was not sure about.</summary>
internal static class ReviewCommand
{
    public static Command Create(TextWriter output, TextWriter error, Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "A draft of 'fhirmsc import'." };
        var page = new Option<string?>("--page") { Description = "The page it was made from. Default: the file named in the draft.", HelpName = "PAGE" };
        var html = new Option<string?>("--html") { Description = "Write the review as a self-contained page instead: the text beside the structure, linked both ways.", HelpName = "FILE" };
        var command = new Command("review", "Walks through the uncertain values of a draft: a accepts, e edits, s skips, q stops. Every answer is saved at once; the next run goes on.") { file, page, html };
        command.SetAction(async (parsed, stop) =>
        {
            var name = parsed.GetValue(file)!;
            if (!File.Exists(name))
            {
                await error.WriteLineAsync($"There is no file '{name}'.");
                return ExitCode.Usage;
            }

            var review = await Open(name, error);
            if (review is null)
                return ExitCode.Findings;
            var source = Page(review, name, parsed.GetValue(page));
            if (parsed.GetValue(html) is { } target)
            {
                await File.WriteAllTextAsync(target, ReviewPage.Write(review, source), new UTF8Encoding(false), stop);
                await output.WriteLineAsync($"{target}: {review.OpenQuestions().Count} open points{(source is null ? "; the page itself was not found, name it with --page" : string.Empty)}.");
                return ExitCode.Fine;
            }

            using var input = new StreamReader(terminal.Input(), new UTF8Encoding(false));
            return await Walk(review, source, name, Screen(output, terminal), input, stop);
        });
        return command;
    }

    private static async Task<Review?> Open(string name, TextWriter error)
    {
        await using var stream = File.OpenRead(name);
        var (review, issues) = Review.Open(stream, name);
        foreach (var issue in issues)
            await error.WriteLineAsync(issue.ToString());
        return review;
    }

    /// <summary>The page, if it is there and the one that was imported.</summary>
    private static Page? Page(Review review, string draft, string? given)
    {
        var beside = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(draft))!, Path.GetFileName(review.PageName));
        foreach (var candidate in given is not null ? [given] : new[] { review.PageName, beside }.Where(File.Exists))
        {
            using var stream = File.OpenRead(candidate);
            if (PageReader.Read(stream, candidate).Page is { } page && page.Sha256 == review.PageSha256)
                return page;
        }

        return null;
    }

    private static async Task<int> Walk(Review review, Page? page, string file, IAnsiConsole console, TextReader input, CancellationToken stop)
    {
        var questions = review.OpenQuestions();
        console.WriteLine(questions.Count == 0 ? "Nothing is open." : $"{questions.Count} open points. a = accept, e = edit, s = skip, q = stop.");
        for (var i = 0; i < questions.Count; i++)
        {
            Show(console, questions[i], page, i + 1, questions.Count);
            switch (await Answer(console, input, questions[i], stop))
            {
                case null:
                    return Finish(console, review);
                case "a":
                    review.Accept(questions[i]);
                    break;
                case "s":
                    review.Skip(questions[i]);
                    break;
                case var edited:
                    review.Edit(questions[i], edited[1..]);
                    break;
            }

            await Save(file, review.Write(), stop);
        }

        return Finish(console, review);
    }

    private static IAnsiConsole Screen(TextWriter output, Terminal terminal) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(output),
        Interactive = InteractionSupport.No,
        Ansi = terminal.Color ? AnsiSupport.Yes : AnsiSupport.No,
    });

    private static void Show(IAnsiConsole console, Question question, Page? page, int number, int count)
    {
        var (before, marked, after) = Review.Context(question, page);
        console.WriteLine();
        console.MarkupLine($"[bold]{number}/{count}[/] {Markup.Escape(question.What)} [grey]({Markup.Escape(question.Rule)}{(question.Confidence > 0 ? $", {question.Confidence} %" : string.Empty)})[/]");
        console.MarkupLine($"  {Markup.Escape(before)}[black on yellow]{Markup.Escape(console.Profile.Capabilities.Ansi ? marked : $">>{marked}<<")}[/]{Markup.Escape(after)}");
        if (question.Value is { } value)
            console.MarkupLine($"  → [bold]{Markup.Escape(value)}[/]");
    }

    /// <summary>a, s, or e and the new value; <see langword="null"/> to stop, also at the end of a redirected input.</summary>
    private static async Task<string?> Answer(IAnsiConsole console, TextReader input, Question question, CancellationToken stop)
    {
        while (true)
        {
            console.Write(question.IsUnread ? "[a]ccept (seen), [s]kip, [q]uit: " : "[a]ccept, [e]dit, [s]kip, [q]uit: ");
            var line = await input.ReadLineAsync(stop);
            switch (line?.Trim())
            {
                case null or "q":
                    return null;
                case "a" or "s":
                    return line.Trim();
                case "e" when !question.IsUnread:
                    console.Write("new value (empty takes it out): ");
                    return await input.ReadLineAsync(stop) is { } value ? "e" + value.Trim() : null;
                case var typed when typed.StartsWith("e ", StringComparison.Ordinal) && !question.IsUnread:
                    return "e" + typed[2..].Trim();
                default:
                    console.WriteLine("Answer with one of the letters.");
                    break;
            }
        }
    }

    /// <summary>Written beside and moved over, so that a stop in the middle never leaves half a draft.</summary>
    private static async Task Save(string file, string text, CancellationToken stop)
    {
        var beside = file + ".tmp";
        await File.WriteAllTextAsync(beside, text, new UTF8Encoding(false), stop);
        File.Move(beside, file, overwrite: true);
    }

    private static int Finish(IAnsiConsole console, Review review)
    {
        var open = review.OpenQuestions().Count;
        console.WriteLine(open == 0 ? "All points are settled. What is still missing in the content is told by 'fhirmsc generate --content'." : $"{open} points are open. Run the command again to go on.");
        return open == 0 ? ExitCode.Fine : ExitCode.Findings;
    }
}
