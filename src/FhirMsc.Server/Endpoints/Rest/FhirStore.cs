using FhirMsc.Conformance.Profiles;
using FhirMsc.Decisions;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Terminology;
using FhirMsc.Fhir.Validation;
using FhirMsc.Publishing;
using FhirMsc.Publishing.Searching;

namespace FhirMsc.Server.Endpoints.Rest;

/// <summary>One release of what is published, with everything that answers questions about it. Immutable; the costly parts are made when they are first needed.</summary>
internal sealed class FhirStore(Catalog catalog, TimeProvider time)
{
    private readonly Lazy<SearchIndex> index = new(() => new SearchIndex(catalog, WholeSecond(time.GetUtcNow())));
    private readonly Lazy<ResourceDefinitions> definitions = new(() => new ResourceDefinitions(catalog.Artifacts.Select(artifact => artifact.Tree.Root)));
    private readonly Lazy<PlanLibrary> plans = new(() => PlanLibrary.Compile(catalog, time, new PlanOptions { IncludeInactive = true }));

    public Catalog Catalog { get; } = catalog;

    public FhirRelease Release { get; } = catalog.Release;

    public FhirModel Model { get; } = FhirModel.For(catalog.Release);

    /// <summary>When the catalog was loaded, to the second, as HTTP writes times.</summary>
    public DateTimeOffset Loaded { get; } = WholeSecond(time.GetUtcNow());

    public SearchIndex Index => index.Value;

    public PlanLibrary Plans => plans.Value;

    /// <summary>Definitions of value sets and code systems: what is published, then the release's own.</summary>
    private DefinitionSources Sources => field ??= new DefinitionSources(definitions.Value, Model);

    public LocalTerminology Terminology => field ??= new LocalTerminology(Sources);

    public ResourceValidator Validator => field ??= new ResourceValidator(ValidationRules.For(Release, [], definitions.Value));

    public ValueSetDefinition? ValueSet(string canonical) => Sources.FindValueSet(canonical);

    public CodeSystemDefinition? CodeSystem(string canonical) => Sources.FindCodeSystem(canonical);

    private static DateTimeOffset WholeSecond(DateTimeOffset time) => new(time.Ticks - (time.Ticks % TimeSpan.TicksPerSecond), time.Offset);
}
