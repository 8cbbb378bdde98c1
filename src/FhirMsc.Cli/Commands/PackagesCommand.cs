using System.CommandLine;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Packages;
using FhirMsc.Fhir.Packages.Registry;

namespace FhirMsc.Cli.Commands;

/// <summary><c>fhirmsc packages</c>: the FHIR packages that the project uses, as <c>packages.json</c> pins them.</summary>
internal static class PackagesCommand
{
    private const string FileName = "packages.json";

    public static Command Create(TextWriter output, TextWriter error)
    {
        var workspace = new Option<string?>("--workspace") { Description = "The fhir-resources folder; looked for here and above if not given.", HelpName = "DIR" };
        var registry = new Option<string?>("--registry") { Description = "Registry to fetch from; else FHIRMSC_REGISTRY or npm's configuration.", HelpName = "URL" };
        var list = new Command("list", "Lists the packages and says which are on this machine.") { workspace };
        list.SetAction(parsed => WithPins(parsed.GetValue(workspace), error, (pins, cache) =>
        {
            foreach (var pin in pins.Pins)
            {
                output.WriteLine($"{pin}  {cache.Find(pin.Name, pin.Version) ?? "not here"}");
            }

            return ExitCode.Fine;
        }));
        var verify = new Command("verify", "Compares the packages on this machine with their sha512.") { workspace };
        verify.SetAction(parsed => WithPins(parsed.GetValue(workspace), error, (pins, cache) => Verify(pins, cache, output)));
        var restore = new Command("restore", "Fetches the packages that are not on this machine, or are not the ones that are listed.") { workspace, registry };
        restore.SetAction((parsed, stop) => WithPins(
            parsed.GetValue(workspace), error, (pins, cache) => RestoreAsync(pins, cache, parsed.GetValue(registry), output, error, stop), Task.FromResult));
        return new Command("packages", "The FHIR packages that this project uses, as packages.json lists them.") { list, verify, restore };
    }

    private static int WithPins(string? workspace, TextWriter error, Func<PackagePins, PackageCache, int> use) => WithPins(workspace, error, use, code => code);

    private static T WithPins<T>(string? given, TextWriter error, Func<PackagePins, PackageCache, T> use, Func<int, T> end)
    {
        if (Workspace.Find(given) is not { } found || Path.Combine(found.Root, FileName) is var path && !File.Exists(path))
        {
            error.WriteLine($"There is no {FileName} in a fhir-resources folder here or above. Give one with --workspace.");
            return end(ExitCode.Usage);
        }

        List<Issue> issues = [];
        var pins = PackagePins.Read(File.ReadAllBytes(path), FileName, issues);
        if (issues.Exists(issue => issue.IsError))
        {
            issues.ForEach(error.WriteLine);
            return end(ExitCode.Findings);
        }

        return use(pins, PackageCache.OfUser());
    }

    private static int Verify(PackagePins pins, PackageCache cache, TextWriter output)
    {
        var wrong = 0;
        foreach (var pin in pins.Pins)
        {
            var issue = PackagePins.Verify(pin, cache);
            wrong += issue is null ? 0 : 1;
            output.WriteLine(issue?.ToString() ?? $"{pin}  as listed");
        }

        return wrong == 0 ? ExitCode.Fine : ExitCode.Findings;
    }

    private static async Task<int> RestoreAsync(PackagePins pins, PackageCache cache, string? given, TextWriter output, TextWriter error, CancellationToken stop)
    {
        var wanted = pins.Pins.Where(pin => PackagePins.Verify(pin, cache) is not null).ToList();
        if (wanted.Count == 0)
        {
            await output.WriteLineAsync($"All {pins.Pins.Count} packages are here, as listed.");
            return ExitCode.Fine;
        }

        var (address, none) = RegistryAddress.Find(given);
        if (address is null)
        {
            await error.WriteLineAsync(none!.ToString());
            return ExitCode.Usage;
        }

        using var client = new HttpClient(new SocketsHttpHandler { MaxAutomaticRedirections = 5 }) { Timeout = Timeout.InfiniteTimeSpan };
        var store = new PackageStore(new NpmRegistry(client, address), cache, new ProgressLines(output));
        var failed = 0;
        foreach (var pin in wanted)
        {
            var fetched = await store.FetchAsync(pin, stop);
            failed += fetched.Version is null ? 1 : 0;
            foreach (var issue in fetched.Issues)
            {
                await error.WriteLineAsync(issue.ToString());
            }

            if (fetched.Version is not null)
            {
                await output.WriteLineAsync($"{pin}  fetched");
            }
        }

        return failed == 0 ? ExitCode.Fine : ExitCode.Findings;
    }

    /// <summary>A line per package and ten megabytes, in the order in which they come.</summary>
    private sealed class ProgressLines(TextWriter output) : IProgress<FetchProgress>
    {
        private const long Step = 10 * 1024 * 1024;

        private string package = string.Empty;
        private long next;

        public void Report(FetchProgress value)
        {
            if (value.Package != package)
            {
                (package, next) = (value.Package, 0);
            }

            if (value.Bytes >= next)
            {
                next = value.Bytes + Step;
                output.WriteLine($"{value.Package}  {value.Bytes / 1024} KiB{(value.Total is { } total ? $" of {total / 1024} KiB" : string.Empty)}{(value.Attempt > 1 ? $", attempt {value.Attempt}" : string.Empty)}");
            }
        }
    }
}
