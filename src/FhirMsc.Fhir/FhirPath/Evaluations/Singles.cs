using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Elements;
using FhirMsc.Fhir.FhirPath.Values;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.FhirPath.Evaluations;

/// <summary>Collections taken as single values (FHIRPath, Singleton Evaluation of Collections).</summary>
internal static class Singles
{
    /// <summary>The one item from a place on; false if there is none. More than one is an error.</summary>
    public static bool TrySingle(this Evaluation run, int start, int offset, string what, out Item item)
    {
        switch (run.CountFrom(start))
        {
            case 0:
                item = default;
                return false;
            case 1:
                item = run[start];
                return true;
            default:
                throw new EvaluationException(FhirPathIssues.NotSingle, offset, what, run.CountFrom(start));
        }
    }

    /// <summary>The one item as a value of FHIRPath's types; false if there is none or it has no value.</summary>
    public static bool TryValue(this Evaluation run, int start, int offset, string what, out Item value)
    {
        value = default;
        return run.TrySingle(start, offset, what, out var item) && run.TryConvert(item, out value);
    }

    /// <summary>The one item as a String; false if there is none or it has no value. Anything else is an error.</summary>
    public static bool TryString(this Evaluation run, int start, int offset, string what, out string text)
    {
        text = string.Empty;
        if (!run.TrySingle(start, offset, what, out var item))
        {
            return false;
        }

        if (item.Kind == ItemKind.String)
        {
            text = item.StringValue;
            return true;
        }

        // A FHIR primitive that is written as a string may be used as one, whatever its type: dates too.
        if (item.IsNode && item.Node.Kind == Json.NodeKind.String)
        {
            text = item.Node.Text!;
            return true;
        }

        if (item.IsNode && !item.Node.HasValue && run.IsPrimitive(item))
        {
            return false;
        }

        throw new EvaluationException(FhirPathIssues.WrongType, offset, what, run.Describe(item));
    }

    /// <summary>The one item as an Integer; false if there is none or it has no value. Anything else is an error.</summary>
    public static bool TryInteger(this Evaluation run, int start, int offset, string what, out int number)
    {
        number = 0;
        if (!run.TryValue(start, offset, what, out var value))
        {
            return false;
        }

        if (value.Kind is not (ItemKind.Integer or ItemKind.Long) || value.LongValue is < int.MinValue or > int.MaxValue)
        {
            throw new EvaluationException(FhirPathIssues.WrongType, offset, what, run.Describe(value));
        }

        number = (int)value.LongValue;
        return true;
    }

    /// <summary>What a collection is as a Boolean: a single Boolean is itself, another single item is true, the empty collection is null.</summary>
    public static bool? Boolean(this Evaluation run, int start, int offset, string what)
    {
        // What operators and functions put there, nearly always.
        if (run.CountFrom(start) == 1 && run[start].IsBoolean)
        {
            return run[start].BooleanValue;
        }

        if (!run.TrySingle(start, offset, what, out var item))
        {
            return null;
        }

        if (!item.IsNode)
        {
            return true;
        }

        return item.Node.Kind switch
        {
            Json.NodeKind.True => true,
            Json.NodeKind.False => false,
            Json.NodeKind.None when run.TypeOf(item) is { SystemType: SystemType.Boolean } => null,
            Json.NodeKind.None when run.Types is null && run.IsPrimitive(item) => null,
            Json.NodeKind.String when run.TypeOf(item) is { SystemType: SystemType.Boolean } => item.Node.Text == "true",
            _ => true,
        };
    }

    /// <summary>A node as a value of FHIRPath's types: primitives, and quantities; false for those without value and for all others.</summary>
    public static bool TryConvert(this Evaluation run, in Item item, out Item value)
    {
        if (!item.IsNode)
        {
            value = item;
            return true;
        }

        var node = item.Node;
        if (node.HasValue)
        {
            var type = node.Kind is Json.NodeKind.True or Json.NodeKind.False || run.Types is null ? SystemType.None : run.TypeOf(item)?.SystemType ?? SystemType.None;
            return PrimitiveValue.TryRead(node, type, out value);
        }

        value = default;
        if (run.IsQuantity(item) && QuantityElement.Read(node).Quantity is { } quantity)
        {
            value = Item.Of(quantity);
            return true;
        }

        return false;
    }

    /// <summary>Whether a node is a FHIR Quantity or one of its kinds.</summary>
    public static bool IsQuantity(this Evaluation run, in Item item)
    {
        for (var type = run.TypeOf(item); type is not null; type = type.Base)
        {
            if (type is { Kind: TypeKind.Complex, Name: "Quantity" })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a node is a FHIR primitive, or looks like one where no definition tells: a value, or an id and extensions only.</summary>
    public static bool IsPrimitive(this Evaluation run, in Item item)
    {
        var node = item.Node;
        if (node.HasValue)
        {
            return true;
        }

        return run.TypeOf(item) is { } type ? type.Kind == TypeKind.Primitive : (node.Data.Flags & Json.NodeFlags.Primitive) != 0;
    }

    /// <summary>What an item is, for messages: never its value.</summary>
    public static string Describe(this Evaluation run, in Item item)
    {
        var name = item.IsNode ? run.TypeOf(item)?.Name ?? (item.Node.HasValue ? item.Node.Kind.ToString() : "element") : item.Kind.ToString();
        return char.ToUpperInvariant(name[0]) is 'A' or 'E' or 'I' or 'O' or 'U' ? $"an {name}" : $"a {name}";
    }
}
