using FhirMsc.Fhir.Elements;
using FhirMsc.Fhir.FhirPath.Values;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.FhirPath.Evaluations;

/// <summary>Order of items (FHIRPath, Comparison): strings, numbers, quantities, dates and times.</summary>
internal static class ItemComparison
{
    /// <summary>Compares two values.</summary>
    /// <returns>Negative, 0 or positive; null if it can't be told. Types that don't compare are an error.</returns>
    public static int? Compare(Evaluation run, in Item left, in Item right, int offset)
    {
        if (left.Kind == ItemKind.String && right.Kind == ItemKind.String)
        {
            return Characters.Compare(left.StringValue, right.StringValue);
        }

        if (left.Kind is ItemKind.Integer or ItemKind.Long && right.Kind is ItemKind.Integer or ItemKind.Long)
        {
            return left.LongValue.CompareTo(right.LongValue);
        }

        if (Numbers.TryDecimal(left, out var l) && Numbers.TryDecimal(right, out var r))
        {
            return l.CompareTo(r);
        }

        if (Numbers.TryQuantity(left, out var leftQuantity) && Numbers.TryQuantity(right, out var rightQuantity))
        {
            return Quantity.Compare(leftQuantity, rightQuantity);
        }

        if (left.Kind is ItemKind.Date or ItemKind.DateTime && right.Kind is ItemKind.Date or ItemKind.DateTime || left.Kind == ItemKind.Time && right.Kind == ItemKind.Time)
        {
            return Temporal.Compare(left.TemporalValue, right.TemporalValue);
        }

        throw new EvaluationException(FhirPathIssues.WrongType, offset, "Comparing", $"{run.Describe(left)} with {run.Describe(right)}");
    }
}
