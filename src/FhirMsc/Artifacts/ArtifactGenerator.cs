using FhirMsc.Artifacts.Activities;
using FhirMsc.Artifacts.Citations;
using FhirMsc.Artifacts.Evidences;
using FhirMsc.Artifacts.Guides;
using FhirMsc.Artifacts.Libraries;
using FhirMsc.Artifacts.Naming;
using FhirMsc.Artifacts.Pages;
using FhirMsc.Artifacts.Plans;
using FhirMsc.Artifacts.Releases;
using FhirMsc.Artifacts.Vocabularies;
using FhirMsc.Artifacts.Writing;
using FhirMsc.Content;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Artifacts;

/// <summary>
/// Makes the FHIR resources of a guideline. A pure function: the same content gives the same bytes, whatever the machine, the culture or the time, and
/// nothing in here knows what any guideline is about.
/// </summary>
public static class ArtifactGenerator
{
    /// <summary>The one list of what is made in every release; a release may add to it.</summary>
    private static readonly IReadOnlyList<IProjection> Projections =
    [
        new StrategyPlan(),
        new RecommendationPlans(),
        new ServicePlans(),
        new ActivityDefinitions(),
        new LogicLibrary(),
        new CodeSystems(),
        new ValueSets(),
        new ConceptMaps(),
        new PageComposition(),
        new CitationProjection(),
        new Studies(),
        new Harms(),
    ];

    /// <summary>Whether artifacts can be written in a release.</summary>
    public static bool Writes(FhirRelease release) => ReleaseForms.Has(release);

    /// <summary>Generates everything.</summary>
    /// <param name="guideline">The content, as <see cref="ContentReader"/> gives it: references inside it resolve.</param>
    /// <param name="release">The release of FHIR to write.</param>
    /// <exception cref="ArgumentException">Artifacts can't be written in that release.</exception>
    /// <exception cref="InvalidOperationException">Two artifacts would have the same type and id.</exception>
    public static ArtifactSet Generate(Guideline guideline, FhirRelease release)
    {
        var (frame, drafts) = Drafts(guideline, release);
        return new ArtifactSet(guideline.Id, release, [.. drafts.Select(draft => Finish(frame, draft))]);
    }

    /// <summary>Generates everything as far as it is cheap; each artifact is written out when it is asked for. For those who look for a few.</summary>
    /// <inheritdoc cref="Generate(Guideline, FhirRelease)"/>
    /// <returns>What gives an artifact, or <see langword="null"/>, for the name of its file; always the same object.</returns>
    public static Func<string, Artifact?> Search(Guideline guideline, FhirRelease release)
    {
        var (frame, drafts) = Drafts(guideline, release);
        var byName = drafts.ToDictionary(draft => $"{draft.Type}-{draft.Id}.json", draft => new Lazy<Artifact>(() => Finish(frame, draft)), StringComparer.Ordinal);
        return name => byName.GetValueOrDefault(name)?.Value;
    }

    private static (Frame Frame, IReadOnlyList<Draft> Drafts) Drafts(Guideline guideline, FhirRelease release)
    {
        ArgumentNullException.ThrowIfNull(guideline);
        ArgumentNullException.ThrowIfNull(release);
        var frame = new Frame(guideline, ReleaseForms.For(release));
        var drafts = Projections.Concat(frame.Forms.Further).SelectMany(projection => projection.Of(frame))
            .OrderBy(draft => draft.Type, StringComparer.Ordinal).ThenBy(draft => draft.Id, StringComparer.Ordinal).ToList();
        drafts.Add(ManifestLibrary.Of(frame, drafts));
        drafts.Add(ImplementationGuide.Of(frame, drafts));
        if (drafts.GroupBy(draft => draft.Reference).FirstOrDefault(group => group.Count() > 1) is { } clash)
        {
            throw new InvalidOperationException($"Two artifacts would be called {clash.Key}. Give one of the facts or services of the content another id.");
        }

        return (frame, [.. drafts.OrderBy(draft => draft.Type, StringComparer.Ordinal).ThenBy(draft => draft.Id, StringComparer.Ordinal)]);
    }

    private static Artifact Finish(Frame frame, Draft draft)
    {
        var (compact, origins) = ElementWriter.Write(draft.Type, draft.Body);
        var json = JsonWriter.Write(Parse(draft, compact).Root, JsonForm.Indented);
        return new Artifact
        {
            ResourceType = draft.Type,
            Id = draft.Id,
            Url = draft.Url,
            Version = draft.Version,
            FullUrl = frame.Names.Url(draft.Type, draft.Id),
            Json = json,
            Tree = Parse(draft, json),
            Origins = origins,
        };
    }

    private static NodeTree Parse(Draft draft, ReadOnlyMemory<byte> json)
    {
        var parsed = JsonParser.Parse(json, $"{draft.Type}-{draft.Id}.json");
        return parsed is { Tree: { } tree, Issues.Count: 0 }
            ? tree
            : throw new InvalidOperationException($"{draft.Reference} was written as JSON that is not good FHIR: {string.Join("; ", parsed.Issues)}");
    }
}
