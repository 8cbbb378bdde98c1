using System.Collections.Concurrent;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Validation;

namespace FhirMsc.Conformance.Runs;

/// <summary>One validator for each release that is asked for, all with the same packages. Safe to use from several threads.</summary>
/// <param name="rules">What the validators of a release go by.</param>
public sealed class ReleaseValidators(Func<FhirRelease, ValidationSettings> rules)
{
    private readonly ConcurrentDictionary<FhirRelease, Lazy<(ResourceValidator Validator, IDefinitionSource Definitions)>> validators = new();
    private readonly ConcurrentDictionary<(FhirRelease Release, string Profile), string?> types = new();
    private readonly ConcurrentDictionary<string, byte> used = new(StringComparer.Ordinal);

    /// <summary>The validator of a release; always the same object.</summary>
    public ResourceValidator For(FhirRelease release) => Entry(release).Validator;

    /// <summary>Those of some profiles that are for resources of this type; a profile that nobody defines is one of them, so that its absence is reported.</summary>
    /// <param name="profiles">Canonical URLs.</param>
    /// <param name="resource">The resource.</param>
    /// <param name="release">Its release.</param>
    public IReadOnlyList<string> Fitting(IReadOnlyList<string> profiles, Node resource, FhirRelease release)
    {
        if (profiles.Count == 0)
        {
            return [];
        }

        var type = resource.ResourceType;
        var fitting = profiles.Where(profile => TypeOf(profile, release) is not { } due || due == type).ToList();
        fitting.ForEach(profile => used.TryAdd(profile, 0));
        return fitting;
    }

    /// <summary>Whether a profile has been given to any resource.</summary>
    public bool WasUsed(string profile) => used.ContainsKey(profile);

    /// <summary>The type of resource that a profile is for; <see langword="null"/> if nobody defines it.</summary>
    public string? TypeOf(string profile, FhirRelease release) =>
        types.GetOrAdd((release, profile), key => Entry(key.Release).Definitions.FindStructure(key.Profile)?.Type);

    private (ResourceValidator Validator, IDefinitionSource Definitions) Entry(FhirRelease release) =>
        validators.GetOrAdd(release, asked => new(() =>
        {
            var settings = rules(asked);
            return (new ResourceValidator(settings), settings.Definitions);
        })).Value;
}
