using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Elements;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Validation.Schemas;

namespace FhirMsc.Fhir.Validation.Rules;

/// <summary><c>ElementDefinition.minValue[x]</c> and <c>maxValue[x]</c>: numbers, dates, times and quantities. What can't be compared is said to be so.</summary>
internal sealed class RangeRule(ElementValue limit, bool isLeast, string? profile, string id) : IElementRule
{
    public static IEnumerable<IElementRule> Build(RuleSource source)
    {
        if (source.Element.MinValue is { Node.Exists: true } min && !source.IsKnown(known => known.MinValue?.Json == min.Json))
        {
            yield return new RangeRule(min, isLeast: true, source.Profile, source.Element.Id);
        }

        if (source.Element.MaxValue is { Node.Exists: true } max && !source.IsKnown(known => known.MaxValue?.Json == max.Json))
        {
            yield return new RangeRule(max, isLeast: false, source.Profile, source.Element.Id);
        }
    }

    public void Check(Node node, TypeSchema type, ValidationRun run)
    {
        var order = Compare(node, type.Type);
        if (order is null)
        {
            if (node.HasValue || node.HasChildren)
            {
                run.Sink.Report(ProfileIssues.RangeUntold, ProfileIssues.RangeUntold.Severity, node, profile, id, null, node.Name, isLeast ? "least" : "greatest", NodeComparison.Show(limit));
            }
        }
        else if (isLeast ? order < 0 : order > 0)
        {
            run.Sink.Report(isLeast ? ProfileIssues.TooSmall : ProfileIssues.TooLarge, Severity.Error, node, profile, id, null, node.Name, NodeComparison.Show(limit));
        }
    }

    public override string ToString() => $"{(isLeast ? "minValue" : "maxValue")} {limit.Json}";

    private int? Compare(Node node, TypeDefinition type)
    {
        if (limit.TypeName == "Quantity")
        {
            return QuantityElement.Read(node).Quantity is { } left && QuantityElement.Read(limit.Node).Quantity is { } right ? Quantity.Compare(left, right) : null;
        }

        if (node.Kind == NodeKind.Number && limit.Node.Kind == NodeKind.Number)
        {
            return DecimalText.TryParse(node.RawValue, out var left) && DecimalText.TryParse(limit.Node.RawValue, out var right) ? left.CompareTo(right) : null;
        }

        TemporalKind? kind = type.SystemType switch
        {
            SystemType.Date => TemporalKind.Date,
            SystemType.DateTime => TemporalKind.DateTime,
            SystemType.Time => TemporalKind.Time,
            _ => null,
        };
        return kind is { } k && node.Text is { } text && limit.Node.Text is { } bound && Temporal.TryParse(text, k, out var value) && Temporal.TryParse(bound, k, out var other)
            ? Temporal.Compare(value, other)
            : null;
    }
}
