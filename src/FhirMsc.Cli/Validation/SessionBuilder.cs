using System.CommandLine;
using FhirMsc.Conformance.Baselines;
using FhirMsc.Conformance.Inputs;
using FhirMsc.Conformance.Profiles;
using FhirMsc.Conformance.Runs;
using FhirMsc.Conformance.Traces;
using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Cli.Validation;

/// <summary>Opens everything that the words of <c>fhirmsc validate</c> name: packages, baseline, page. Collects what is wrong with them.</summary>
internal sealed class SessionBuilder(ParseResult parsed, ValidateOptions options, Terminal terminal, TimeProvider time)
{
    /// <summary>What is wrong, with the remedy.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>What is worth saying but stops nothing: packages that others need and that are not at hand.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>Builds the session; not to be used if there are problems.</summary>
    /// <param name="stop">Ends fetching packages.</param>
    public async Task<ValidateSession> BuildAsync(CancellationToken stop)
    {
        var root = SourceRoot.Find(Directory.GetCurrentDirectory());
        var release = parsed.GetValue(options.Release) is { } name ? FhirRelease.Find(name) : null;
        var files = options.Inputs(parsed).Files;
        var shelf = new PackageShelf(parsed.GetValue(options.Registry));
        var packages = await shelf.OpenAsync(parsed.GetValue(options.Package) ?? [], files.Where(file => file.Form == InputForm.Package), stop);
        Problems.AddRange(shelf.Problems);
        Notes.AddRange(shelf.Notes);
        var validators = new ReleaseValidators(asked => ValidationRules.For(asked, packages));
        var profiles = parsed.GetValue(options.Profile) ?? [];
        var releases = release is null ? FhirRelease.All : [release];
        Problems.AddRange(profiles.Where(profile => releases.All(candidate => validators.TypeOf(profile, candidate) is null))
            .Select(profile => $"Nobody defines the profile '{profile}'{(release is null ? string.Empty : $" for FHIR {release}")}. Name its package with --package."));
        return new ValidateSession
        {
            Files = files,
            Opened = shelf.Opened,
            Options = new CheckOptions { Release = release, Profiles = profiles },
            Validators = validators,
            Baseline = BaselineMaker(root),
            Page = Page(),
            Root = root,
            Terminal = terminal,
        };
    }

    private Func<Baseline?> BaselineMaker(SourceRoot root)
    {
        if (parsed.GetValue(options.Baseline) is not { } file)
        {
            return () => null;
        }

        try
        {
            using var stream = File.OpenRead(file);
            var (entries, issues) = BaselineReader.Read(stream, file);
            Problems.AddRange(issues.Where(issue => issue.IsError).Select(issue => issue.ToString()));
            var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
            return () => new Baseline(file, entries ?? [], root, today);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Problems.Add($"The baseline '{file}' can't be read: {e.Message}");
            return () => null;
        }
    }

    private string? Page()
    {
        try
        {
            return parsed.GetValue(options.Page) is { } file ? File.ReadAllText(file) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Problems.Add($"The page can't be read: {e.Message}");
            return null;
        }
    }
}
