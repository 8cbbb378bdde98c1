using FhirMsc.Fhir.FhirPath.Compilation;
using FhirMsc.Fhir.FhirPath.Evaluations;
using FhirMsc.Fhir.FhirPath.Values;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.FhirPath.Functions;

/// <summary>FHIRPath, Types: <c>is</c>, <c>as</c>, <c>ofType</c>, <c>type()</c>.</summary>
internal static class Types
{
    public static Transform IsFunction(FunctionCall call) => Is(call.Type(0), call.Offset);

    public static Transform AsFunction(FunctionCall call) => call.AsFiltersCollections ? OfType(call) : As(call.Type(0), call.Offset);

    public static Transform Is(TypeTest type, int offset) => (run, start) =>
    {
        if (run.TrySingle(start, offset, "'is'", out var item))
        {
            run.Replace(start, type.Is(run, item));
        }
    };

    public static Transform As(TypeTest type, int offset) => (run, start) =>
    {
        if (run.TrySingle(start, offset, "'as'", out var item) && !type.IsExactly(run, item))
        {
            run.Drop(start);
        }
    };

    public static Transform OfType(FunctionCall call) => OfType(call.Type(0));

    public static Transform OfType(TypeTest type) => (run, start) =>
    {
        var kept = start;
        run.Step(run.CountFrom(start));
        for (var i = start; i < run.Top; i++)
        {
            // A node whose type was found here keeps it for the steps behind.
            ref var item = ref run[i];
            if (item.IsNode && item.KnownType is null)
            {
                item = item.WithType(run.TypeOf(item));
            }

            if (type.IsExactly(run, item))
            {
                run[kept++] = item;
            }
        }

        run.Drop(kept);
    };

    public static Transform Type(FunctionCall call) => static (run, start) =>
    {
        for (var i = start; i < run.Top; i++)
        {
            run.Step();
            run[i] = Item.Of(NameOf(run, run[i]));
        }
    };

    private static TypeName NameOf(Evaluation run, in Item item)
    {
        if (!item.IsNode)
        {
            return new TypeName("System", item.Kind.ToString());
        }

        if (run.TypeOf(item) is { } type)
        {
            return new TypeName("FHIR", type.Name, type.Base is { } parent ? "FHIR." + parent.Name : "System.Any");
        }

        if (item.Node.ResourceType is { } resource)
        {
            return new TypeName("FHIR", resource);
        }

        return new TypeName("System", PrimitiveValue.TryRead(item.Node, Definitions.SystemType.None, out var value) ? value.Kind.ToString() : item.Node.HasChildren && item.Node.Kind == NodeKind.None ? "Object" : "Any");
    }
}
