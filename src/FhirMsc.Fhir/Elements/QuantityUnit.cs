using FhirMsc.Fhir.Elements.Units;

namespace FhirMsc.Fhir.Elements;

/// <summary>The unit of a <see cref="Quantity"/>: a UCUM code or a calendar duration.</summary>
public sealed class QuantityUnit
{
    private static readonly string[] CalendarNames = ["year", "month", "week", "day", "hour", "minute", "second", "millisecond"];
    private static readonly string[] UcumCodes = ["a", "mo", "wk", "d", "h", "min", "s", "ms"];

    private UcumUnit? ucum;
    private bool parsed;

    private QuantityUnit(string code, QuantityUnitKind kind, CalendarUnit? calendar)
    {
        Code = code;
        Kind = kind;
        Calendar = calendar;
    }

    /// <summary>The number one: UCUM's unit of plain numbers.</summary>
    public static QuantityUnit One { get; } = OfUcum("1");

    /// <summary>The UCUM code, or the calendar duration as written (<c>years</c>).</summary>
    public string Code { get; }

    /// <summary>Where it comes from.</summary>
    public QuantityUnitKind Kind { get; }

    /// <summary>The calendar duration it is or may stand for; <see langword="null"/> for all other units.</summary>
    public CalendarUnit? Calendar { get; }

    /// <summary>The unit taken apart, of the UCUM code that is closest for calendar durations; <see langword="null"/> if UCUM does not know it.</summary>
    internal UcumUnit? Ucum
    {
        get
        {
            // Two threads may both do this; they find the same.
            if (!Volatile.Read(ref parsed))
            {
                ucum = new UnitParser(UnitTable.Ucum).Parse(Calendar is { } calendar ? UcumCodes[(int)calendar] : Code);
                Volatile.Write(ref parsed, true);
            }

            return ucum;
        }
    }

    /// <summary>A unit by its UCUM code.</summary>
    public static QuantityUnit OfUcum(string code) => new(code, QuantityUnitKind.Ucum, null);

    /// <summary>A unit by the code of a FHIR Quantity in UCUM.</summary>
    public static QuantityUnit OfFhir(string code)
    {
        var at = Array.IndexOf(UcumCodes, code);
        return at < 0 ? OfUcum(code) : new QuantityUnit(code, QuantityUnitKind.Either, (CalendarUnit)at);
    }

    /// <summary>A calendar duration by its name, singular or plural; <see langword="null"/> if it is none.</summary>
    public static QuantityUnit? OfCalendar(string name)
    {
        var at = Array.IndexOf(CalendarNames, name.EndsWith('s') ? name[..^1] : name);
        return at < 0 ? null : new QuantityUnit(name, QuantityUnitKind.Calendar, (CalendarUnit)at);
    }

    /// <summary>A unit by a text that may name a calendar duration or a UCUM code, as <c>toQuantity</c>'s argument does.</summary>
    public static QuantityUnit Of(string text) => OfCalendar(text) ?? OfUcum(text);

    /// <summary>As FHIRPath writes it: UCUM codes in quotes.</summary>
    public override string ToString() => Kind == QuantityUnitKind.Calendar ? Code : $"'{Code}'";

    internal QuantityUnit AsUcum() => Calendar is { } calendar ? OfUcum(UcumCodes[(int)calendar]) : this;

    internal QuantityUnit AsCalendar() => Kind == QuantityUnitKind.Either ? new QuantityUnit(CalendarNames[(int)Calendar!.Value], QuantityUnitKind.Calendar, Calendar) : this;

    internal static QuantityUnit OfCalendar(CalendarUnit unit) => new(CalendarNames[(int)unit], QuantityUnitKind.Calendar, unit);
}
