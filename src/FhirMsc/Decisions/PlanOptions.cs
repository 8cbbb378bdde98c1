using FhirMsc.Decisions.Sites;

namespace FhirMsc.Decisions;

/// <summary>How plans are compiled.</summary>
public sealed record PlanOptions
{
    /// <summary>Whether plans that are not <c>active</c> are served too: drafts for trying out, retired ones never without being asked for.</summary>
    public bool IncludeInactive { get; init; }

    /// <summary>What a site has set: its codes and settings.</summary>
    public SiteMap? Site { get; init; }
}
