using System.Text;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.FhirPath.Evaluations;
using FhirMsc.Fhir.FhirPath.Values;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.FhirPath.Compilation;

/// <summary>A type named in an expression, ready to be asked of items.</summary>
/// <param name="Name">Its name.</param>
/// <param name="System">The kind of FHIRPath's own that it may be.</param>
/// <param name="Fhir">The FHIR type that it may be.</param>
/// <param name="IsSystemOnly">Whether the model is stated to be <c>System</c>.</param>
internal sealed record TypeTest(string Name, ItemKind? System, TypeDefinition? Fhir, bool IsSystemOnly)
{
    private readonly byte[] name = Encoding.UTF8.GetBytes(Name);

    /// <summary>The rule of <c>is</c>: the type or one derived from it.</summary>
    public bool Is(Evaluation run, in Item item) => Matches(run, item, exactPrimitive: false);

    /// <summary>The rule of <c>as</c> and <c>ofType</c>: like <c>is</c>, but a primitive must be of just that type, since a code is no string there.</summary>
    public bool IsExactly(Evaluation run, in Item item) => Matches(run, item, exactPrimitive: true);

    private bool Matches(Evaluation run, in Item item, bool exactPrimitive)
    {
        if (!item.IsNode)
        {
            return System == item.Kind;
        }

        if (run.TypeOf(item) is { } type)
        {
            if (Fhir is null)
            {
                return IsSystemOnly && IsDeclaredSystem(run, item);
            }

            return exactPrimitive && Fhir.Kind == TypeKind.Primitive ? ReferenceEquals(type, Fhir) : type.IsSubtypeOf(Fhir);
        }

        // No definition: a resource is what it says, a value what it looks like.
        if (item.Node.Child(NameTable.Fhir.ResourceType) is { Exists: true } resource)
        {
            return !IsSystemOnly && resource.ValueEquals(name);
        }

        return System is { } kind && PrimitiveValue.TryRead(item.Node, SystemType.None, out var value) && value.Kind == kind;
    }

    /// <summary>Element ids, the id of R4's resources and the url of an extension are declared with a type of FHIRPath's own.</summary>
    private bool IsDeclaredSystem(Evaluation run, in Item item) =>
        run.Types?.DefinitionOf(item.Tree, item.Index) is { Types: [{ IsSystemType: true } declared, ..] } && declared.Code.EndsWith("." + Name, StringComparison.Ordinal);
}
