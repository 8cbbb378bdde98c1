using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Validation.Schemas;

namespace FhirMsc.Fhir.Validation.Rules;

/// <summary>An invariant: its expression must not be false (https://hl7.org/fhir/R4/conformance-rules.html#constraints). The empty collection breaks nothing.</summary>
internal sealed class InvariantRule(ElementConstraint constraint, InvariantExpression expression, string? profile) : IElementRule
{
    private Guard? guard;

    public static IEnumerable<IElementRule> Build(RuleSource source)
    {
        foreach (var constraint in source.Element.Constraints)
        {
            // What txt-1 and txt-2 ask of a narrative, its own rule says in more detail.
            if (constraint.Expression is { } text and not "htmlChecks()" && !source.IsKnown(known => States(known, constraint)))
            {
                yield return new InvariantRule(constraint, source.Store.Expression(text), source.Profile);
            }
        }
    }

    public void Check(Node node, TypeSchema type, ValidationRun run)
    {
        if (HoldsTrivially(node, type))
        {
            return;
        }

        switch (expression.Test(node, type, run))
        {
            case InvariantOutcome.Holds:
                return;
            case InvariantOutcome.Broken:
                var severity = constraint.IsBestPractice ? run.Settings.BestPractice : constraint.Severity;
                run.Sink.Report(InvariantIssues.Broken, severity, node, profile ?? constraint.Source, constraint.Key, null, constraint.Key, constraint.Human);
                return;
            case InvariantOutcome.Untold:
                run.Sink.Report(InvariantIssues.Untold, InvariantIssues.Untold.Severity, node, profile ?? constraint.Source, constraint.Key, null, constraint.Key, constraint.Human);
                return;
            default:
                run.Sink.Report(InvariantIssues.Failed, InvariantIssues.Failed.Severity, node, profile ?? constraint.Source, constraint.Key, null, constraint.Key, expression.Fault);
                return;
        }
    }

    public override string ToString() => $"{constraint.Key}: {constraint.Expression}";

    /// <summary>Whether the invariant speaks of an element that is not there. Two threads may both work out of which; either will do.</summary>
    private bool HoldsTrivially(Node node, TypeSchema type)
    {
        var known = guard;
        if (known is null || !ReferenceEquals(known.Type, type))
        {
            guard = known = new Guard(type, expression.HoldsWithout(type));
        }

        foreach (var name in known.Names)
        {
            if (!node.Child(name).Exists)
            {
                return true;
            }
        }

        return false;
    }

    private static bool States(ElementDefinition known, ElementConstraint constraint)
    {
        foreach (var other in known.Constraints)
        {
            if (other.Key == constraint.Key && other.Expression == constraint.Expression && other.Severity == constraint.Severity)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The elements of a type that the invariant needs to be broken.</summary>
    /// <param name="Type">The type.</param>
    /// <param name="Names">Numbers of their names.</param>
    private sealed record Guard(TypeSchema Type, int[] Names);
}
