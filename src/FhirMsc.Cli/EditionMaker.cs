using System.CommandLine;
using FhirMsc.Cli.Commands;
using FhirMsc.Decisions;
using FhirMsc.Decisions.Sites;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Hooks;
using FhirMsc.Publishing;
using FhirMsc.Publishing.Ledger;
using FhirMsc.Publishing.Verified;
using FhirMsc.Server;
using FhirMsc.Server.Settings;
using FhirMsc.Server.Verified;

namespace FhirMsc.Cli;

/// <summary>Makes what is served from the files as they are now, and prints all that is wrong. What passed the gate at an earlier start is taken over if nothing has changed.</summary>
internal sealed class EditionMaker(ContentCommand content, ServerSettings settings, bool drafts, TextWriter error)
{
    private readonly VerifiedEditions verified = new(settings.Cache is { } folder ? new PrivateFolder(folder) : null, TimeProvider.System);

    /// <summary>Makes an edition.</summary>
    /// <returns>The edition, or the exit code to end with.</returns>
    public (ServedEdition? Edition, int ExitCode) Make(ParseResult parsed)
    {
        var (source, workspace, exit) = content.Read(parsed);
        if (source is null || workspace is null)
        {
            return (null, exit);
        }

        var kept = Find(source, FhirRelease.R4);
        var built = kept is null ? content.Build(source, workspace, FhirRelease.R4) : null;
        if ((kept?.Catalog ?? built?.Catalog) is not { } catalog)
        {
            return (null, built is null ? ExitCode.Usage : ExitCode.Findings);
        }

        var (isRead, site) = ReadSite(settings.Site, catalog);
        if (!isRead || MakeServices(catalog, new PlanOptions { Site = site, IncludeInactive = drafts }) is not { } services)
        {
            return (null, ExitCode.Findings);
        }

        var further = FhirRelease.All.Where(release => release != catalog.Release).Select(release => new FurtherRelease(release, new Lazy<Catalog?>(() => MakeFurther(source, release)))).ToList();
        return (new ServedEdition
        {
            Catalog = catalog,
            Guidelines = kept?.Guidelines ?? built!.Titles,
            Workspace = workspace,
            Site = site,
            Services = services,
            Further = further,
            WasVerified = kept is not null,
            Afterwards = () => _ = Task.Run(() =>
            {
                Keep(source, FhirRelease.R4, built);
                further.ForEach(release => _ = release.Catalog.Value);
            }),
        }, ExitCode.Fine);
    }

    /// <summary>The same in another release, without a word about what is found.</summary>
    /// <returns>The catalog; <see langword="null"/> if the content does not pass the gate in this release.</returns>
    private Catalog? MakeFurther(EditionSource source, FhirRelease release)
    {
        if (Find(source, release) is { } kept)
        {
            return kept.Catalog;
        }

        var built = EditionBuilder.Build(source.Files, release, ReleaseLedger.Of(source));
        Keep(source, release, built);
        return built.Catalog;
    }

    private VerifiedContent? Find(EditionSource source, FhirRelease release)
    {
        var (kept, problem) = verified.Find(source, release);
        if (problem is not null)
        {
            error.WriteLine($"{release} is built and validated anew: {problem}.");
        }

        return kept;
    }

    private void Keep(EditionSource source, FhirRelease release, Edition? built)
    {
        if (built is not null && verified.Keep(source, release, built) is { } problem)
        {
            error.WriteLine($"The next start will build and validate {release} again: {problem}.");
        }
    }

    private (bool IsRead, SiteMap? Map) ReadSite(string? file, Catalog catalog)
    {
        if (file is null)
        {
            return (true, null);
        }

        if (!File.Exists(file))
        {
            error.WriteLine($"There is no file '{file}'.");
            return (false, null);
        }

        var (map, issues) = SiteMapReader.Read(File.ReadAllBytes(file), file, catalog);
        foreach (var issue in issues)
        {
            error.WriteLine(issue);
        }

        return (map is not null, map);
    }

    /// <summary>All plans of the catalog as services, or nothing if one of them is unusable: a service that quietly went missing would look like silence.</summary>
    private HookServices? MakeServices(Catalog catalog, PlanOptions options)
    {
        var (plans, problems) = PlanReader.Read(catalog, TimeProvider.System, options);
        var services = HookServices.Create(plans.Select(HookService.For), out var issues);
        foreach (var issue in problems.Concat(issues))
        {
            error.WriteLine(issue);
        }

        return problems.Count > 0 ? null : services;
    }
}
