using System.Collections.Concurrent;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.FhirPath.Ports;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Snapshots;
using FhirMsc.Fhir.Terminology;
using FhirMsc.Fhir.Validation.Rules;

namespace FhirMsc.Fhir.Validation.Schemas;

/// <summary>Everything compiled for one set of settings, piece by piece when first asked for. Safe to use from several threads.</summary>
internal sealed class SchemaStore
{
    private readonly ConcurrentDictionary<TypeDefinition, TypeSchema> types = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<string, ProfileSchema> profiles = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SnapshotNode> snapshots = new(StringComparer.Ordinal);
    private readonly SnapshotSource definitions;
    private readonly LocalTerminology terminology;
    private readonly ConcurrentDictionary<string, CodeList?> codes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, InvariantExpression> expressions = new(StringComparer.Ordinal);

    public SchemaStore(ValidationSettings settings)
    {
        Settings = settings;
        definitions = new SnapshotSource(settings.Definitions);
        terminology = new LocalTerminology(settings.Definitions);
        Port = settings.Terminology ?? new TerminologyPort(terminology);
    }

    /// <summary>The settings.</summary>
    public ValidationSettings Settings { get; }

    /// <summary>Who answers FHIRPath about codes.</summary>
    public ITerminologyPort Port { get; }

    /// <summary>The release.</summary>
    public FhirModel Model => Settings.Model;

    /// <summary>A type, ready to be checked against.</summary>
    public TypeSchema Of(TypeDefinition type) => types.TryGetValue(type, out var known) ? known : types.GetOrAdd(type, new TypeSchema(type, this));

    /// <summary>A type by its name or URL, or null if the release has none of that name.</summary>
    public TypeSchema? FindType(string nameOrUrl) => Model.FindType(nameOrUrl) is { } type ? Of(type) : null;

    /// <summary>A structure, with its snapshot if one can be made; null if there is none of that URL.</summary>
    public StructureDefinition? FindStructure(string canonical) => definitions.FindStructure(canonical);

    /// <summary>A profile by its canonical URL, or null if there is none. Only what exists is remembered.</summary>
    public ProfileSchema? FindProfile(string canonical)
    {
        if (profiles.TryGetValue(canonical, out var known))
        {
            return known;
        }

        var (url, element) = SplitElement(canonical);
        if (definitions.FindStructure(url) is not { } structure)
        {
            return null;
        }

        var schema = new ProfileCompiler(this, structure).Compile(element);
        return profiles.GetOrAdd(canonical, schema);
    }

    /// <summary>The snapshot of a structure as a tree, or null if it has none.</summary>
    public SnapshotNode? SnapshotOf(string canonical)
    {
        if (snapshots.TryGetValue(canonical, out var known))
        {
            return known;
        }

        var (url, element) = SplitElement(canonical);
        return definitions.FindStructure(url)?.Snapshot is { Count: > 0 } snapshot && SnapshotNode.Build(snapshot).Find(element) is { } node
            ? snapshots.GetOrAdd(canonical, node)
            : null;
    }

    /// <summary>All codes of a value set, or null if they are not all known here.</summary>
    public CodeList? FindCodes(string valueSet) =>
        Settings.Terminology is not null ? null : codes.GetOrAdd(valueSet, static (url, store) => CodeList.Of(store.terminology.Expand(url)), this);

    /// <summary>Whether a code is in a value set.</summary>
    public Answer IsMember(in CodedValue code, string valueSet) => Settings.Terminology?.IsMember(code, valueSet) ?? terminology.Has(valueSet, code).Value switch
    {
        Membership.Yes => Answer.Yes,
        Membership.No => Answer.No,
        _ => Answer.CannotTell,
    };

    /// <summary>Whether a code system has the code that is a node's value.</summary>
    public MembershipAnswer HasCode(string system, string? version, Node code) => terminology.HasCode(system, code.Text!, version);

    /// <summary>Whether a text is a display of a code.</summary>
    public MembershipAnswer HasDisplay(string system, string code, string display) => terminology.HasDisplay(system, code, display);

    /// <summary>An expression; the same object for the same text.</summary>
    public InvariantExpression Expression(string text) => expressions.TryGetValue(text, out var known) ? known : expressions.GetOrAdd(text, new InvariantExpression(InvariantErrata.Correct(text), Model));

    /// <summary>The id of an element behind the URL of a profile, see <see cref="TypeReference.Profiles"/>.</summary>
    private static (string Url, string? Element) SplitElement(string canonical)
    {
        var hash = canonical.IndexOf('#', StringComparison.Ordinal);
        return hash < 0 ? (canonical, null) : (canonical[..hash], canonical[(hash + 1)..]);
    }
}
