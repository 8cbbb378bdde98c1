using FhirMsc.Artifacts.Writing;
using FhirMsc.Content;
using FhirMsc.Content.Ratings;

namespace FhirMsc.Artifacts.Naming;

/// <summary>The guideline's own code systems: where they are, in which version, and what their codes are called.</summary>
internal sealed class OwnCodes
{
    private readonly Dictionary<string, Entry> systems;

    /// <summary>Collects the code systems of the terminology chapter and those of the rating schemes.</summary>
    public OwnCodes(Guideline guideline, Names names)
    {
        var own = guideline.Terminology.CodeSystems.Select(system => KeyValuePair.Create(
            system.Id,
            new Entry(names.Url("CodeSystem", system.Id), names.Version, system.Concepts.ToDictionary(concept => concept.Code, concept => concept.Display))));
        var rated = guideline.RatingSchemes.SelectMany(scheme => Axes(scheme).Select(axis => KeyValuePair.Create(
            axis.CodeSystem,
            new Entry(names.Url("CodeSystem", axis.CodeSystem), scheme.Version, axis.Levels.ToDictionary(level => level.Code, level => level.Display)))));
        systems = own.Concat(rated).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>The axes that a scheme has.</summary>
    public static IEnumerable<RatingAxis> Axes(RatingScheme scheme) => new[] { scheme.Strength, scheme.Evidence }.OfType<RatingAxis>();

    /// <summary>Canonical URL of a code system.</summary>
    public string Url(string system) => systems[system].Url;

    /// <summary>Canonical URL with version of a code system.</summary>
    public string Canonical(string system) => $"{systems[system].Url}|{systems[system].Version}";

    /// <summary>Version of a code system.</summary>
    public string Version(string system) => systems[system].Version;

    /// <summary>What a code is called.</summary>
    public string Display(string system, string code) => systems[system].Displays[code];

    /// <summary><c>Coding</c> of one of our concepts.</summary>
    public Element Coding(ConceptReference concept) => Coding(concept.CodeSystem, concept.Code);

    /// <summary><c>Coding</c> of one of our concepts.</summary>
    public Element Coding(string system, string code) => Datatypes.Coding(Url(system), code, Display(system, code), Version(system));

    private sealed record Entry(string Url, string Version, IReadOnlyDictionary<string, string> Displays);
}
