using System.CommandLine;
using FhirMsc.Cli.Commands;
using FhirMsc.Decisions;
using FhirMsc.Decisions.Sites;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Hooks;
using FhirMsc.Publishing;
using FhirMsc.Server;

namespace FhirMsc.Cli;

/// <summary>What <c>serve</c> serves: an edition, the site's own codes over it, and the services that come of both.</summary>
internal sealed record ServedEdition(Edition Edition, Workspace Workspace, SiteMap? Site, HookServices Services, IReadOnlyList<FurtherRelease> Further)
{
    /// <summary>Builds one from the files as they are now, and prints all that is wrong.</summary>
    /// <returns>The edition, or the exit code to end with.</returns>
    public static (ServedEdition? Edition, int ExitCode) Build(ContentCommand content, ParseResult parsed, string? siteFile, bool drafts, TextWriter error)
    {
        var (edition, workspace, exit) = content.Build(parsed, FhirRelease.R4);
        if (edition?.Catalog is not { } catalog)
        {
            return (null, exit);
        }

        var (isRead, site) = ReadSite(siteFile, catalog, error);
        return isRead && MakeServices(catalog, new PlanOptions { Site = site, IncludeInactive = drafts }, error) is { } services
            ? (new ServedEdition(edition, workspace!, site, services, MakeFurther(content, parsed, workspace!, catalog.Release)), ExitCode.Fine)
            : (null, ExitCode.Findings);
    }

    /// <summary>The other releases: ready before somebody asks for them, but nobody waits for them.</summary>
    private static List<FurtherRelease> MakeFurther(ContentCommand content, ParseResult parsed, Workspace workspace, FhirRelease first)
    {
        var further = FhirRelease.All.Where(release => release != first)
            .Select(release => new FurtherRelease(release, new Lazy<Catalog?>(() => content.BuildFurther(parsed, workspace, release))))
            .ToList();
        _ = Task.Run(() => further.ForEach(release => _ = release.Catalog.Value));
        return further;
    }

    private static (bool IsRead, SiteMap? Map) ReadSite(string? file, Catalog catalog, TextWriter error)
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
    private static HookServices? MakeServices(Catalog catalog, PlanOptions options, TextWriter error)
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
