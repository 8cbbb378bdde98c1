using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.FhirPath;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Validation.Schemas;

namespace FhirMsc.Fhir.Validation.Rules;

/// <summary>The expression of invariants, compiled when it is first needed and once for all of them. Safe to share.</summary>
internal sealed class InvariantExpression
{
    private readonly string text;
    private readonly FhirModel model;
    private readonly Func<Node, bool>? native;
    private FhirPathCompilation? compilation;

    public InvariantExpression(string text, FhirModel model)
    {
        this.text = text;
        this.model = model;
        native = NativeInvariants.Find(text);
    }

    /// <summary>What is wrong with the expression, in words.</summary>
    public string Fault => Compilation.Issues is [var issue, ..] ? issue.Text : "it could not be evaluated here";

    private FhirPathCompilation Compilation => compilation ??= FhirPathExpression.Compile(text, new FhirPathOptions { Model = model, AsFiltersCollections = true });

    /// <summary>Numbers of the names of elements of a type without which the expression holds.</summary>
    public int[] HoldsWithout(TypeSchema type) => native is not null || Compilation.Expression is not { } expression
        ? []
        : [.. expression.HoldsWithout.Where(type.HasPlain).Select(NameTable.Fhir.Find).Where(number => number >= 0)];

    /// <summary>Whether a node is among those that it gives.</summary>
    /// <param name="from">Where to start.</param>
    /// <param name="node">The node.</param>
    /// <param name="run">The validation.</param>
    public bool Selects(Node from, Node node, ValidationRun run) =>
        Compilation.Expression is { } expression && expression.Evaluate(from, run.Environment).Items.Any(item => item.IsNode && item.Node == node);

    /// <summary>Evaluates it on a value.</summary>
    /// <param name="node">The value.</param>
    /// <param name="type">Its type.</param>
    /// <param name="run">The validation.</param>
    /// <param name="extension">What <c>%extension</c> stands for, in context invariants.</param>
    public InvariantOutcome Test(Node node, TypeSchema type, ValidationRun run, Node extension = default)
    {
        if (native is not null)
        {
            return native(node) ? InvariantOutcome.Holds : InvariantOutcome.Broken;
        }

        if (Compilation.Expression is not { } expression)
        {
            return InvariantOutcome.Failed;
        }

        var environment = extension.Exists
            ? run.Environment with { Variables = new Dictionary<string, VariableValue> { ["extension"] = VariableValue.Of([extension]) } }
            : run.Environment;
        var (truth, isCertain) = expression.Test(node, type.Type, environment);
        return truth switch
        {
            null => InvariantOutcome.Failed,
            true => InvariantOutcome.Holds,
            false => isCertain ? InvariantOutcome.Broken : InvariantOutcome.Untold,
        };
    }
}
