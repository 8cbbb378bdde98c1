using FhirMsc.Decisions;
using FhirMsc.Decisions.Sites;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;
using FhirMsc.Hooks;
using FhirMsc.Publishing;
using FhirMsc.Publishing.Ledger;

namespace FhirMsc.Server.Plugin;

/// <summary>What the plug-in serves: built from the content at start, through the gate like everything else.</summary>
/// <param name="Catalog">What is published, in R4.</param>
/// <param name="Services">The CDS services.</param>
/// <param name="Further">The same in the other releases.</param>
internal sealed record PluginContent(Catalog Catalog, HookServices Services, IReadOnlyList<FurtherRelease> Further)
{
    private const string FolderName = "fhir-resources";

    /// <summary>Builds it.</summary>
    /// <param name="options">Where the content is.</param>
    /// <param name="siteFile">File with the site's own codes and settings; <see langword="null"/> without.</param>
    /// <exception cref="InvalidOperationException">There is no content, or it does not pass the gate; the message says what is wrong and what to do.</exception>
    public static PluginContent Build(PluginOptions options, string? siteFile)
    {
        var folder = options.Resources ?? Find() ?? throw new InvalidOperationException($"There is no {FolderName} folder beside the plug-in. Name one in the setting FhirMsc:Resources.");
        var content = Path.Combine(folder, "content");
        List<string> files = Directory.Exists(content) ? [.. Directory.EnumerateFiles(content, "*.yaml").Where(file => !file.EndsWith(".cases.yaml", StringComparison.Ordinal)).Order(StringComparer.Ordinal)] : [];
        if (files.Count == 0)
        {
            throw new InvalidOperationException($"The folder '{content}' holds no *.yaml file. Set FhirMsc:Resources to a {FolderName} folder.");
        }

        var ledgerFile = Path.Combine(folder, ReleaseLedger.FileName);
        var ledger = File.Exists(ledgerFile) ? ReleaseLedger.Read(File.ReadAllBytes(ledgerFile)) ?? throw new InvalidOperationException($"'{ledgerFile}' is no list of released versions.") : ReleaseLedger.Empty;
        var edition = EditionBuilder.Build(files, FhirRelease.R4, ledger);
        if (edition.Catalog is not { } catalog)
        {
            throw Refused([.. edition.ContentIssues, .. edition.Findings.Select(finding => finding.Issue)]);
        }

        var (plans, problems) = PlanReader.Read(catalog, TimeProvider.System, new PlanOptions { Site = siteFile is null ? null : Site(siteFile, catalog) });
        var services = HookServices.Create(plans.Select(HookService.For), out var issues);
        return problems.Count > 0 || services is null
            ? throw Refused([.. problems, .. issues])
            : new PluginContent(catalog, services, [.. FhirRelease.All.Where(release => release != catalog.Release).Select(release => new FurtherRelease(release, new Lazy<Catalog?>(() => EditionBuilder.Build(files, release, ledger).Catalog)))]);
    }

    private static SiteMap Site(string file, Catalog catalog)
    {
        var (map, issues) = SiteMapReader.Read(File.ReadAllBytes(file), file, catalog);
        return map ?? throw new InvalidOperationException($"The site file is refused: {string.Join(' ', issues.Where(issue => issue.IsError).Take(3))} Run 'fhirmsc site check' to see everything.");
    }

    private static InvalidOperationException Refused(IReadOnlyList<Issue> issues) =>
        new($"The content is refused: {string.Join(' ', issues.Where(issue => issue.IsError).Take(3))} Run 'fhirmsc generate' to see everything.");

    private static string? Find()
    {
        for (var at = new FileInfo(typeof(PluginContent).Assembly.Location).Directory; at is not null; at = at.Parent)
        {
            var candidate = Path.Combine(at.FullName, FolderName);
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }
}
