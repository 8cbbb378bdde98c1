using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Validation.Schemas;

namespace FhirMsc.Fhir.Validation.Slicing;

/// <summary>Discriminator <c>type</c>: what is at the path is of one of the slice's types; for references behind <c>resolve()</c>, the target is.</summary>
internal sealed class TypeTest : ISliceTest
{
    private readonly DiscriminatorPath path;
    private readonly string[] types;
    private readonly Func<Node, ValidationRun, bool> passes;

    private TypeTest(DiscriminatorPath path, string[] types)
    {
        this.path = path;
        this.types = types;
        passes = (node, run) => run.TypeOf(node) is { } type && Array.Exists(types, type.Fits);
    }

    public static TypeTest? Of(DiscriminatorPath path, IReadOnlyList<SnapshotNode> targets, SchemaStore store)
    {
        // The root of a profile has no type of its own in its snapshot: the path's first step names it.
        var names = targets
            .SelectMany(target => target.Element.Types.Count == 0
                ? [target.Element.Path]
                : target.Element.Types.Select(type => type.Profiles is [var profile] && store.FindStructure(profile) is { } structure ? structure.Type : type.TypeName))
            .Distinct().ToArray();
        return names.Length == 0 ? null : new TypeTest(path, names);
    }

    public bool Matches(Node item, int index, ValidationRun run) => path.Any(item, run, passes);

    public override string ToString() => $"'{path}' is no {string.Join(" or ", types)}";
}
