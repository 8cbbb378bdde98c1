using System.CommandLine;
using System.CommandLine.Parsing;
using FhirMsc.Conformance.Inputs;
using FhirMsc.Conformance.Reports;
using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Cli.Validation;

/// <summary>
/// The words that <c>fhirmsc validate</c> understands. Everything that can be told wrong without opening a package is told while the words are read, so that all
/// mistakes come at once.
/// </summary>
internal sealed class ValidateOptions
{
    /// <summary>What the paths stand for; known when the words have been read.</summary>
    private InputList? inputs;

    public ValidateOptions()
    {
        Paths.Validators.Add(CheckPaths);
        Release.Validators.Add(result => Check(result, text => FhirRelease.Find(text) is not null, text => $"'{text}' is no release this tool knows. Take {Alternatives(FhirRelease.All.Select(release => release.Name.ToLowerInvariant()))}."));
        Format.Validators.Add(result => Check(result, text => ReportFormats.Find(text) is not null, text => $"'{text}' is no report format. Take {Alternatives(ReportFormats.All.Select(format => format.Name))}."));
        Severity.Validators.Add(result => Check(result, text => FailOn.All.Any(level => level.Name == text), text => $"--fail-on does not know '{text}'. Take {Alternatives(FailOn.All.Select(level => level.Name))}."));
        Baseline.Validators.Add(result => Check(result, File.Exists, text => $"There is no baseline '{text}'. Make one with --write-baseline FILE."));
        Page.Validators.Add(result => Check(result, File.Exists, text => $"There is no page '{text}'. It is a text file with the words of the guideline page."));
        Profile.Validators.Add(result => CheckAll(result, IsCanonical, text => $"'{text}' is no canonical URL of a profile. It looks like http://hl7.org/fhir/StructureDefinition/vitalsigns or …|4.0.1."));
        Quiet.Validators.Add(CheckQuiet);
        Watch.Validators.Add(CheckWatch);
        Output.Validators.Add(result => Check(result, text => !Directory.Exists(text), text => $"'{text}' is a folder. Name a file for --output."));
        WriteBaseline.Validators.Add(result => Check(result, text => !Directory.Exists(text), text => $"'{text}' is a folder. Name a file for --write-baseline."));
    }

    /// <summary>What to check.</summary>
    public Argument<string[]> Paths { get; } = new("PATH")
    {
        Description = "Files, folders (*.json, *.xml and *.ndjson below them), FHIR packages (*.tgz), patterns such as 'r4/**/*.json', or - for the standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>Option <c>--release</c>.</summary>
    public Option<string?> Release { get; } = new("--release") { Description = "Release of FHIR: r4, r4b or r5. Default: what the resource or its package says, or R4.", HelpName = "RELEASE" };

    /// <summary>Option <c>--profile</c>.</summary>
    public Option<string[]> Profile { get; } = new("--profile") { Description = "Profile to check against besides those that a resource claims; can be given more than once.", HelpName = "CANONICAL" };

    /// <summary>Option <c>--package</c>.</summary>
    public Option<string[]> Package { get; } = new("--package") { Description = "FHIR package with definitions: NAME@VERSION, a .tgz or a folder, with all packages that it needs; can be given more than once.", HelpName = "PACKAGE" };

    /// <summary>Option <c>--registry</c>.</summary>
    public Option<string?> Registry { get; } = new("--registry") { Description = "npm registry to fetch missing packages from. Default: nothing is fetched.", HelpName = "URL" };

    /// <summary>Option <c>--format</c>.</summary>
    public Option<string> Format { get; } = new("--format", "-f")
    {
        Description = $"Form of the report: {string.Join("; ", ReportFormats.All.Select(format => $"{format.Name} ({format.Description})"))}. Default: text.",
        HelpName = "FORMAT",
        DefaultValueFactory = _ => ReportFormats.Text.Name,
    };

    /// <summary>Option <c>--output</c>.</summary>
    public Option<string?> Output { get; } = new("--output", "-o") { Description = "File for the report, which appears when it is whole. Default: standard output.", HelpName = "FILE" };

    /// <summary>Option <c>--fail-on</c>.</summary>
    public Option<string> Severity { get; } = new("--fail-on")
    {
        Description = "Mildest finding that makes the exit code 1: error, warning, information or never. Default: error.",
        HelpName = "SEVERITY",
        DefaultValueFactory = _ => FailOn.All[0].Name,
    };

    /// <summary>Option <c>--baseline</c>.</summary>
    public Option<string?> Baseline { get; } = new("--baseline") { Description = "Known findings (YAML or JSON) with reason and last day; they do not count until then.", HelpName = "FILE" };

    /// <summary>Option <c>--write-baseline</c>.</summary>
    public Option<string?> WriteBaseline { get; } = new("--write-baseline") { Description = "Writes a baseline of everything found, to fill in the reasons.", HelpName = "FILE" };

    /// <summary>Option <c>--page</c>.</summary>
    public Option<string?> Page { get; } = new("--page") { Description = "The guideline page as text, to quote the sentence that a finding in a generated resource comes from.", HelpName = "FILE" };

    /// <summary>Option <c>--watch</c>.</summary>
    public Option<bool> Watch { get; } = new("--watch") { Description = "Goes on: checks what changes again and tells the difference, until Ctrl+C." };

    /// <summary>Option <c>--quiet</c>.</summary>
    public Option<bool> Quiet { get; } = new("--quiet", "-q") { Description = "Errors only, no summary." };

    /// <summary>Option <c>--verbose</c>.</summary>
    public Option<bool> Verbose { get; } = new("--verbose", "-v") { Description = "Remarks, known findings and resources without findings too." };

    /// <summary>Option <c>--no-color</c>.</summary>
    public Option<bool> NoColor { get; } = new("--no-color") { Description = "No colours, as with the environment variable NO_COLOR." };

    /// <summary>Puts everything on a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(Paths);
        Option[] options = [Release, Profile, Package, Registry, Format, Output, Severity, Baseline, WriteBaseline, Page, Watch, Quiet, Verbose, NoColor];
        foreach (var option in options)
        {
            command.Add(option);
        }
    }

    /// <summary>The files that the paths stand for.</summary>
    public InputList Inputs(ParseResult parsed) => inputs ??= InputFinder.Find(parsed.GetValue(Paths) ?? []);

    private void CheckPaths(ArgumentResult result)
    {
        inputs = InputFinder.Find(result.Tokens.Select(token => token.Value));
        foreach (var problem in inputs.Problems)
        {
            result.AddError(problem);
        }
    }

    private void CheckQuiet(OptionResult result)
    {
        if (result.GetValue(Quiet) && result.GetValue(Verbose))
        {
            result.AddError("--quiet and --verbose contradict each other. Take one.");
        }
    }

    private void CheckWatch(OptionResult result)
    {
        if (!result.GetValue(Watch))
        {
            return;
        }

        if (result.GetValue(Output) is not null || result.GetValue(WriteBaseline) is not null || result.GetResult(Format) is { Implicit: false })
        {
            result.AddError("--watch writes text to the standard output as things change. Leave out --format, --output and --write-baseline.");
        }

        if (result.GetResult(Paths)?.Tokens.Any(token => token.Value == InputFile.StandardInput) == true)
        {
            result.AddError("The standard input can't be watched. Name files or folders with --watch.");
        }
    }

    private static void Check(OptionResult result, Func<string, bool> test, Func<string, string> complaint)
    {
        if (result.Tokens.Count == 1 && result.Tokens[0].Value is var text && !test(text))
        {
            result.AddError(complaint(text));
        }
    }

    private static void CheckAll(OptionResult result, Func<string, bool> test, Func<string, string> complaint)
    {
        foreach (var wrong in result.Tokens.Select(token => token.Value).Where(text => !test(text)))
        {
            result.AddError(complaint(wrong));
        }
    }

    private static bool IsCanonical(string text) => text.StartsWith("urn:", StringComparison.Ordinal) || (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https");

    private static string Alternatives(IEnumerable<string> words)
    {
        var all = words.ToList();
        return $"{string.Join(", ", all.SkipLast(1))} or {all[^1]}";
    }
}
