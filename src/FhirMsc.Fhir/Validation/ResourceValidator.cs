using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Validation.Logical;
using FhirMsc.Fhir.Validation.Schemas;
using FhirMsc.Fhir.Validation.Walks;

namespace FhirMsc.Fhir.Validation;

/// <summary>Checks resources against the definition of their type, the profiles they claim and those the caller names. Immutable and safe to share.</summary>
public sealed class ResourceValidator
{
    private readonly SchemaStore store;

    /// <summary>A validator for a release, with its definitions and nothing else.</summary>
    public ResourceValidator(FhirModel model)
        : this(new ValidationSettings { Model = model })
    {
    }

    /// <summary>A validator that goes by settings.</summary>
    public ResourceValidator(ValidationSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        store = new SchemaStore(settings);
    }

    /// <summary>
    /// Checks one resource with everything in it; or, if it is no resource, JSON of another kind against the logical models that are named, which
    /// <see cref="ValidationSettings.References"/> must find.
    /// </summary>
    /// <param name="resource">Node of the resource.</param>
    /// <param name="profiles">Canonical URLs of profiles to check against beyond those that <c>meta.profile</c> claims.</param>
    /// <returns>All issues, in the order of the resource.</returns>
    public IReadOnlyList<Issue> Validate(Node resource, params IReadOnlyList<string> profiles)
    {
        var run = new ValidationRun(store);
        if (resource.ResourceType is null && new LogicalWalk(resource, run) is var walk && profiles.Select(walk.Find).OfType<LogicalModel>().ToList() is { Count: > 0 } models)
        {
            models.ForEach(walk.Check);
            return run.Finish();
        }

        TypeWalk.Resource(resource, profiles, run);
        return run.Finish();
    }
}
