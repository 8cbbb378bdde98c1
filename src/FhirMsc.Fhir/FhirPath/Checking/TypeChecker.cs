using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.FhirPath.Compilation;
using FhirMsc.Fhir.FhirPath.Expressions;
using FhirMsc.Fhir.FhirPath.Functions;
using FhirMsc.Fhir.FhirPath.Values;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.FhirPath.Checking;

/// <summary>
/// Finds what can never work, from the definitions alone (FHIRPath, Type safety and strict evaluation): elements that a type does not have, names of
/// choices with their type, and inputs that a function never takes. Where the definitions don't tell, it says nothing.
/// </summary>
internal sealed class TypeChecker(FhirModel model)
{
    private readonly List<CompileException> found = [];
    private StaticType root = StaticType.Unknown;

    public IReadOnlyList<CompileException> Found => found;

    public void Check(Expression expression, string? contextType)
    {
        root = contextType is not null && model.FindType(contextType) is { } type ? StaticType.Of(type) : StaticType.Unknown;
        Infer(expression, root);
    }

    private StaticType Infer(Expression expression, StaticType context)
    {
        switch (expression)
        {
            case LiteralExpression literal:
                return literal.Value is { } value ? StaticType.Of(value.Kind) : StaticType.Unknown;
            case MemberExpression { Focus: null } first:
                return FirstStep(first, context);
            case MemberExpression member:
                return Step(Infer(member.Focus!, context), member.Name, member.Offset);
            case FunctionExpression function:
                return Function(function, function.Focus is { } focus ? Infer(focus, context) : context, context);
            case IndexerExpression indexer:
                Infer(indexer.Index, context);
                return Ordered(Infer(indexer.Focus, context), "[]", indexer.Offset);
            case PolarityExpression polarity:
                return Infer(polarity.Operand, context);
            case TypeExpression type:
                var operand = Infer(type.Operand, context);
                return type.Operator == "is" ? StaticType.Of(ItemKind.Boolean) : Named(operand, type.Type, type.Offset);
            case BinaryExpression binary:
                return Binary(binary, context);
            case VariableExpression variable:
                return variable.Name is "context" or "resource" && root.Fhir.All(known => known.Kind == TypeKind.Resource) ? root : variable.Name == "context" ? root : StaticType.Unknown;
            case SpecialExpression special:
                return special.Name switch { "$this" => context, "$index" => StaticType.Of(ItemKind.Integer), _ => StaticType.Unknown };
            default:
                return StaticType.Unknown;
        }
    }

    private StaticType FirstStep(MemberExpression member, StaticType context)
    {
        if (member.Name.Length == 0 || !char.IsAsciiLetterUpper(member.Name[0]))
        {
            return Step(context, member.Name, member.Offset);
        }

        if (context.IsKnown)
        {
            return context.Fhir.Any(type => IsNamed(type, member.Name)) ? context : Step(context, member.Name, member.Offset);
        }

        return model.FindType(member.Name) is { Kind: TypeKind.Resource } resource && ReferenceEquals(context, root) ? StaticType.Of(resource) : StaticType.Unknown;
    }

    private static bool IsNamed(TypeDefinition type, string name) => type.Name == name || (type.Base is { } parent && IsNamed(parent, name));

    private StaticType Step(StaticType from, string name, int offset)
    {
        var types = new List<TypeDefinition>();
        var system = new List<ItemKind>();
        var isKnown = from.IsKnown;
        var exists = !from.IsKnown || (from.Fhir.Count == 0 && from.System.Count == 0);
        foreach (var type in from.Fhir)
        {
            if (type.FindElement(name) is { } element)
            {
                exists = true;
                foreach (var child in type.TypesOf(element))
                {
                    isKnown &= child is not null;
                    if (child is not null && !types.Contains(child))
                    {
                        types.Add(child);
                    }
                }
            }
            else if (type is { Kind: TypeKind.Resource, IsAbstract: true } || (type.Kind == TypeKind.Primitive && name == "value"))
            {
                // Any resource may stand here, and some engines write the value of a primitive as an element.
                exists = true;
                isKnown = false;
            }
        }

        if (from.System.Contains(ItemKind.Quantity) && name is "value" or "unit" or "code")
        {
            exists = true;
            system.Add(name == "value" ? ItemKind.Decimal : ItemKind.String);
        }

        if (!exists)
        {
            found.Add(new CompileException(FhirPathIssues.UnknownElement, offset, from.Describe(), name, Hint(from, name)));
            return StaticType.Unknown;
        }

        return new StaticType(types, system, isKnown, from.IsUnordered);
    }

    private static string Hint(StaticType from, string name)
    {
        foreach (var type in from.Fhir)
        {
            if (type.TryFindChild(name, out var choice, out _) && choice.IsChoice)
            {
                return $" Write '{choice.Name}', which is a choice of types; ofType() takes one of them.";
            }

            if (type.Elements.FirstOrDefault(element => string.Equals(element.Name, name, StringComparison.OrdinalIgnoreCase)) is { } near)
            {
                return $" Did you mean '{near.Name}'?";
            }
        }

        return string.Empty;
    }

    private StaticType Binary(BinaryExpression binary, StaticType context)
    {
        var left = Infer(binary.Left, context);
        var right = Infer(binary.Right, context);
        switch (binary.Operator)
        {
            case "|":
                return left.With(right);
            case "&":
                return StaticType.Of(ItemKind.String);
            case "+" or "-" or "*" or "/" or "div" or "mod":
                return StaticType.Unknown;
            default:
                return StaticType.Of(ItemKind.Boolean);
        }
    }

    private StaticType Function(FunctionExpression function, StaticType input, StaticType context)
    {
        if (FunctionTable.Find(function.Name) is not { } definition)
        {
            return StaticType.Unknown;
        }

        CheckInput(function, definition, input);
        if (function.Name is "first" or "last" or "tail" or "skip" or "take")
        {
            input = Ordered(input, $"{function.Name}()", function.Offset);
        }

        if (function.Name is "children" or "descendants")
        {
            return StaticType.Unordered;
        }

        if (definition.Output == FunctionOutput.NamedType || function.Name == "is")
        {
            return TypeSpecifier.From(function.Arguments[0]) is { } type && function.Name != "is" ? Named(input, type, function.Offset) : StaticType.Of(ItemKind.Boolean);
        }

        // Lambdas see the items of the input; what they see behind the first round of a repetition is not known.
        var arguments = new List<StaticType>();
        foreach (var argument in function.Arguments)
        {
            var part = argument is SortKeyExpression key ? key.Key : argument;
            arguments.Add(Infer(part, function.Name switch
            {
                "where" or "select" or "exists" or "all" or "iif" or "aggregate" or "sort" or "trace" or "defineVariable" => input,
                "repeat" or "repeatAll" => StaticType.Unknown,
                _ => context,
            }));
        }

        return function.Name == "iif"
            ? arguments.Count == 3 ? arguments[1].With(arguments[2]) : arguments[1]
            : Output(definition.Output, function.Name == "sort" ? input with { IsUnordered = false } : input, arguments);
    }

    private StaticType Output(FunctionOutput output, StaticType input, List<StaticType> arguments) => output switch
    {
        FunctionOutput.Input or FunctionOutput.InputItem => input,
        FunctionOutput.Projection => arguments[0] with { IsUnordered = input.IsUnordered || arguments[0].IsUnordered },
        FunctionOutput.Union => input.With(arguments[0]),
        FunctionOutput.Boolean => StaticType.Of(ItemKind.Boolean),
        FunctionOutput.String or FunctionOutput.Strings => StaticType.Of(ItemKind.String),
        FunctionOutput.Integer => StaticType.Of(ItemKind.Integer),
        FunctionOutput.Decimal => StaticType.Of(ItemKind.Decimal),
        FunctionOutput.Quantity => StaticType.Of(ItemKind.Quantity),
        FunctionOutput.Date => StaticType.Of(ItemKind.Date),
        FunctionOutput.DateTime => StaticType.Of(ItemKind.DateTime),
        FunctionOutput.Time => StaticType.Of(ItemKind.Time),
        FunctionOutput.Extension => model.FindType("Extension") is { } extension ? StaticType.Of(extension) : StaticType.Unknown,
        _ => StaticType.Unknown,
    };

    /// <summary>FHIRPath, Type safety and strict evaluation: what depends on an order needs an input that has one.</summary>
    private StaticType Ordered(StaticType input, string what, int offset)
    {
        if (input.IsUnordered)
        {
            found.Add(new CompileException(FhirPathIssues.Unordered, offset, what));
        }

        return input with { IsUnordered = false };
    }

    private void CheckInput(FunctionExpression function, FunctionDefinition definition, StaticType input)
    {
        if (!input.IsKnown || (input.Fhir.Count == 0 && input.System.Count == 0))
        {
            return;
        }

        var (fits, wanted) = definition.Input switch
        {
            FunctionInput.String => (input.System.Contains(ItemKind.String) || input.Fhir.Any(type => type.SystemType is not (SystemType.None or SystemType.Boolean or SystemType.Integer or SystemType.Decimal)), "a string"),
            FunctionInput.Number => (input.System.Any(kind => kind is ItemKind.Integer or ItemKind.Long or ItemKind.Decimal or ItemKind.Quantity)
                || input.Fhir.Any(type => type.SystemType is SystemType.Integer or SystemType.Decimal || IsNamed(type, "Quantity")), "a number"),
            _ => (true, string.Empty),
        };
        if (!fits)
        {
            found.Add(new CompileException(FhirPathIssues.WrongInput, function.Offset, $"{function.Name}()", wanted, input.Describe()));
        }
    }

    /// <summary>A type that is asked for. A complex type or resource that none of the input's types can be is refused; for primitives the answer is just empty.</summary>
    private StaticType Named(StaticType input, TypeSpecifier type, int offset)
    {
        var fhir = type.Namespace is null or "FHIR" ? model.FindType(type.Name) : null;
        var system = type.Namespace is null or "System" ? SystemTypeName.Find(type.Name) : null;
        if (fhir is { Kind: not TypeKind.Primitive } && system is null && input.IsKnown && input.Fhir.Count > 0 && !input.Fhir.Any(known => known.IsSubtypeOf(fhir) || fhir.IsSubtypeOf(known)))
        {
            found.Add(new CompileException(FhirPathIssues.ImpossibleType, offset, input.Describe(), type));
        }

        var result = fhir is null ? new StaticType([], [], true) : StaticType.Of(fhir);
        return system is { } kind && (fhir is null || input.System.Contains(kind)) ? result.With(StaticType.Of(kind)) : result;
    }
}
