using System.Text;

namespace FhirMsc.Fhir.FhirPath.Expressions;

/// <summary>A literal: <c>'a'</c>, <c>1</c>, <c>@2012</c>, <c>4 days</c>. <c>{}</c> has no item.</summary>
internal sealed class LiteralExpression(int offset, Item? value) : Expression(offset, 1)
{
    public Item? Value { get; } = value;

    public override void Print(StringBuilder text)
    {
        if (Value is not { } item)
        {
            text.Append("{}");
            return;
        }

        switch (item.Kind)
        {
            case ItemKind.String:
                Names.PrintString(text, item.StringValue);
                break;
            case ItemKind.Long:
                text.Append(item).Append('L');
                break;
            case ItemKind.Date:
                text.Append('@').Append(item);
                break;
            case ItemKind.DateTime:
                text.Append('@').Append(item);
                text.Append(item.TemporalValue.HasTime ? string.Empty : "T");
                break;
            case ItemKind.Time:
                text.Append("@T").Append(item);
                break;
            case ItemKind.Decimal when item.DecimalValue.Scale == 0:
                // Of 29 digits no zero behind the point is kept, but without one the number would be no Decimal.
                text.Append(item).Append(".0");
                break;
            case ItemKind.Quantity:
                text.Append(Item.Of(item.QuantityValue.Value)).Append(' ');
                PrintUnit(text, item.QuantityValue.Unit);
                break;
            default:
                text.Append(item);
                break;
        }
    }

    private static void PrintUnit(StringBuilder text, Elements.QuantityUnit unit)
    {
        if (unit.Kind == Elements.QuantityUnitKind.Calendar)
        {
            text.Append(unit.Code);
        }
        else
        {
            Names.PrintString(text, unit.Code);
        }
    }
}
