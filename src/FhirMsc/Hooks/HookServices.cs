using System.Collections.Frozen;
using FhirMsc.Fhir.Issues;
using FhirMsc.Hooks.Discovery;

namespace FhirMsc.Hooks;

/// <summary>The services that are offered together under one base URL. Immutable and safe for many threads.</summary>
public sealed class HookServices
{
    private readonly FrozenDictionary<string, HookService> byId;

    private HookServices(IReadOnlyList<HookService> services)
    {
        All = services;
        byId = services.ToFrozenDictionary(service => service.Description.Id, StringComparer.Ordinal);
    }

    /// <summary>All services in the order given.</summary>
    public IReadOnlyList<HookService> All { get; }

    /// <summary>Finds a service by its id.</summary>
    /// <returns>The service, or <see langword="null"/> if there is none.</returns>
    public HookService? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>Puts services together, if clients will be able to use every one of them.</summary>
    /// <param name="services">The services.</param>
    /// <param name="issues">All that is wrong with them.</param>
    /// <returns>The services; <see langword="null"/> if anything is an error, because a service that quietly went missing would be silent for ever.</returns>
    public static HookServices? Create(IEnumerable<HookService> services, out IReadOnlyList<Issue> issues)
    {
        var all = services.ToList();
        var found = new List<Issue>();
        foreach (var duplicate in all.CountBy(service => service.Description.Id).Where(id => id.Value > 1))
        {
            found.Add(HookIssues.DuplicateService.At(duplicate.Key, null, duplicate.Key));
        }

        foreach (var service in all)
        {
            found.AddRange(ServiceCheck.Check(service.Description));
        }

        issues = found;
        return found.Any(issue => issue.IsError) ? null : new HookServices(all);
    }
}
