using System.Collections.Concurrent;
using FhirMsc.Fhir.Definitions.Packing;

namespace FhirMsc.Fhir.Definitions;

/// <summary>
/// The definitions of one FHIR release as they come with this library: types, profiles, extensions, and the value sets and code systems that bindings name.
/// Loaded piece by piece when asked for. Safe to use from several threads.
/// </summary>
public sealed class FhirModel : IDefinitionSource
{
    private const string CoreUrl = "http://hl7.org/fhir/StructureDefinition/";

    private static readonly Lazy<FhirModel>[] Models = [.. FhirRelease.All.Select(release => new Lazy<FhirModel>(() => new FhirModel(release, DefinitionPack.Open(release))))];

    private readonly DefinitionPack pack;
    private readonly ConcurrentDictionary<string, TypeDefinition?> types = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<Dictionary<string, TypeDefinition>>> trees = new(StringComparer.Ordinal);

    internal FhirModel(FhirRelease release, DefinitionPack pack)
    {
        this.pack = pack;
        Release = release;
    }

    /// <summary>The release.</summary>
    public FhirRelease Release { get; }

    /// <summary>All structures, in the order of their URLs.</summary>
    public IReadOnlyList<StructureSummary> Structures => pack.Structures;

    /// <summary>Canonical URLs of all value sets, in order.</summary>
    public IReadOnlyList<string> ValueSetUrls => pack.ValueSetUrls;

    /// <summary>URLs of all code systems, in order.</summary>
    public IReadOnlyList<string> CodeSystemUrls => pack.CodeSystemUrls;

    /// <summary>The model of a release; always the same object.</summary>
    /// <exception cref="ArgumentException">The release is none of <see cref="FhirRelease.All"/>.</exception>
    public static FhirModel For(FhirRelease release)
    {
        for (var i = 0; i < Models.Length; i++)
        {
            if (FhirRelease.All[i] == release)
            {
                return Models[i].Value;
            }
        }

        throw new ArgumentException($"There are no definitions for {release}.", nameof(release));
    }

    /// <summary>Names of all types of a kind, in order. Backbone types have no list.</summary>
    public IEnumerable<string> TypeNames(TypeKind kind) =>
        Structures.Where(structure => structure.Derivation != StructureDerivation.Constraint && (int)structure.Kind == (int)kind).Select(structure => structure.Type);

    /// <summary>Finds a type.</summary>
    /// <param name="nameOrUrl">A name (<c>Patient</c>, <c>string</c>, <c>Observation.component</c>) or the canonical URL of the structure that defines it, with or without <c>|version</c>.</param>
    /// <returns>The type, or <see langword="null"/> if the release has none of that name; profiles are no types.</returns>
    public TypeDefinition? FindType(string nameOrUrl)
    {
        if (types.TryGetValue(nameOrUrl, out var known))
        {
            return known;
        }

        var type = LoadType(nameOrUrl);
        if (type is not null)
        {
            // Only names that exist are kept, so that input cannot make the table grow without end.
            types.TryAdd(nameOrUrl, type);
        }

        return type;
    }

    /// <inheritdoc/>
    public StructureDefinition? FindStructure(string canonical) => pack.FindStructure(Plain(canonical));

    /// <inheritdoc/>
    /// <remarks>R4 names the value set of MIME types by the document that tells them (greatest binding of <c>Expression.language</c>).</remarks>
    public ValueSetDefinition? FindValueSet(string canonical) =>
        pack.FindValueSet(canonical == "http://www.rfc-editor.org/bcp/bcp13.txt" ? "http://hl7.org/fhir/ValueSet/mimetypes" : Plain(canonical));

    /// <inheritdoc/>
    public CodeSystemDefinition? FindCodeSystem(string canonical) => pack.FindCodeSystem(Plain(canonical));

    /// <summary>The type of an element below a type.</summary>
    /// <param name="parent">The type that has the element.</param>
    /// <param name="element">The element.</param>
    /// <param name="reference">Which of its types; <see langword="null"/> for a content reference.</param>
    internal TypeDefinition? TypeOf(TypeDefinition parent, ElementDefinition element, TypeReference? reference)
    {
        if (element.ContentReference is { } content)
        {
            return FindType(content[(content.IndexOf('#', StringComparison.Ordinal) + 1)..]);
        }

        if (reference is null)
        {
            return null;
        }

        // R4 states "string" for Resource.id, later releases and every release's documentation say id.
        if (element.Base is { Path: "Resource.id" } || element.Path == "Resource.id")
        {
            return FindType("id");
        }

        // Ids of elements are strings without white space (R4 and R5, Element). R4B, and R5 for ElementDefinition, state "id" by mistake, which their own
        // StructureDefinitions break with every "value[x]".
        if (element.Base is { Path: "Element.id" } || element.Path == "Element.id")
        {
            return FindType("string");
        }

        return TreeOf(parent.Structure).GetValueOrDefault(element.Path) ?? FindType(reference.TypeName);
    }

    /// <summary>
    /// The release's own version names whatever came with the release: its core definitions bind, for example, <c>v3-NullFlavor|4.0.1</c>, while that value
    /// set has a version of its own.
    /// </summary>
    private string Plain(string canonical)
    {
        var bar = canonical.IndexOf('|', StringComparison.Ordinal);
        return bar >= 0 && CanonicalVersion.Matches(canonical.AsSpan(bar + 1), Release.Version) ? canonical[..bar] : canonical;
    }

    private TypeDefinition? LoadType(string nameOrUrl)
    {
        var bar = nameOrUrl.IndexOf('|', StringComparison.Ordinal);
        var name = bar < 0 ? nameOrUrl : nameOrUrl[..bar];
        var isUrl = name.Contains(':', StringComparison.Ordinal);
        var dot = isUrl ? -1 : name.IndexOf('.', StringComparison.Ordinal);
        var url = isUrl ? nameOrUrl : CoreUrl + (dot < 0 ? nameOrUrl : name[..dot]);
        if (FindStructure(url) is not { Derivation: not StructureDerivation.Constraint } structure)
        {
            return null;
        }

        var tree = TreeOf(structure);
        return tree.GetValueOrDefault(dot < 0 && structure.Snapshot is [var root, ..] ? root.Path : name);
    }

    private Dictionary<string, TypeDefinition> TreeOf(StructureDefinition structure) =>
        trees.GetOrAdd(structure.Url, (_, s) => new Lazy<Dictionary<string, TypeDefinition>>(() => TypeTree.Build(this, s)), structure).Value;
}
