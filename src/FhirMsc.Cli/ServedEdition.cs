using FhirMsc.Decisions.Sites;
using FhirMsc.Hooks;
using FhirMsc.Publishing;
using FhirMsc.Server;

namespace FhirMsc.Cli;

/// <summary>What <c>serve</c> serves: an edition, the site's own codes over it, and the services that come of both.</summary>
internal sealed record ServedEdition
{
    /// <summary>What is published.</summary>
    public required Catalog Catalog { get; init; }

    /// <summary>What the guidelines are called.</summary>
    public required IReadOnlyList<GuidelineTitle> Guidelines { get; init; }

    /// <summary>Where it comes from.</summary>
    public required Workspace Workspace { get; init; }

    /// <summary>The site's own codes and settings; <see langword="null"/> without.</summary>
    public required SiteMap? Site { get; init; }

    /// <summary>The CDS services.</summary>
    public required HookServices Services { get; init; }

    /// <summary>The same in the other releases.</summary>
    public required IReadOnlyList<FurtherRelease> Further { get; init; }

    /// <summary>Whether it was validated at an earlier start and taken over unchanged.</summary>
    public required bool WasVerified { get; init; }

    /// <summary>Starts what nobody has to wait for: keeps what passed the gate, and makes the other releases before somebody asks for them.</summary>
    public required Action Afterwards { get; init; }
}
