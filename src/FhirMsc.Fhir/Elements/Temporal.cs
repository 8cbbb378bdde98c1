namespace FhirMsc.Fhir.Elements;

/// <summary>
/// A date, date with time, or time of day, with the precision it was stated with (FHIR's date, dateTime, instant and time; FHIRPath's Date, DateTime and Time).
/// What was not stated is not made up: <c>2012</c> is a year, not its first of January.
/// </summary>
public readonly struct Temporal : IEquatable<Temporal>
{
    private const byte OffsetFlag = 1;
    private const byte LeapSecondFlag = 2;

    private readonly short offset;
    private readonly TemporalKind kind;
    private readonly TemporalPrecision precision;
    private readonly byte fractionDigits;
    private readonly byte flags;

    internal Temporal(TemporalKind kind, TemporalPrecision precision, long ticks, int fractionDigits = 0, int? offsetMinutes = null, bool leapSecond = false)
    {
        Ticks = ticks;
        this.kind = kind;
        this.precision = precision;
        this.fractionDigits = (byte)fractionDigits;
        offset = (short)(offsetMinutes ?? 0);
        flags = (byte)((offsetMinutes is null ? 0 : OffsetFlag) | (leapSecond ? LeapSecondFlag : 0));
    }

    /// <summary>Which type it is of.</summary>
    public TemporalKind Kind => kind;

    /// <summary>The finest part that is stated.</summary>
    public TemporalPrecision Precision => precision;

    /// <summary>How many digits of a second's fraction are stated; 0 for none. The value keeps seven of them, which is 100 nanoseconds.</summary>
    public int FractionDigits => fractionDigits;

    /// <summary>Minutes east of UTC; <see langword="null"/> where no time zone is stated.</summary>
    public int? OffsetMinutes => (flags & OffsetFlag) == 0 ? null : offset;

    /// <summary>Whether the second is stated as 60; the value counts it as 59.</summary>
    internal bool IsLeapSecond => (flags & LeapSecondFlag) != 0;

    /// <summary>Local time in ticks of 100 nanoseconds, since 0001-01-01 or, for a time of day, since midnight. Parts that are not stated are at their least.</summary>
    internal long Ticks { get; }

    /// <summary>Whether an hour is stated.</summary>
    public bool HasTime => precision >= TemporalPrecision.Hour;

    /// <summary>Year.</summary>
    public int Year => Date.Year;

    /// <summary>Month, from 1; <see langword="null"/> if not stated.</summary>
    public int? Month => Has(TemporalPrecision.Month) ? Date.Month : null;

    /// <summary>Day of the month, from 1; <see langword="null"/> if not stated.</summary>
    public int? Day => Has(TemporalPrecision.Day) ? Date.Day : null;

    /// <summary>Hour, from 0 to 23; <see langword="null"/> if not stated.</summary>
    public int? Hour => HasTime ? Date.Hour : null;

    /// <summary>Minute; <see langword="null"/> if not stated.</summary>
    public int? Minute => precision >= TemporalPrecision.Minute ? Date.Minute : null;

    /// <summary>Second, 60 for a leap second; <see langword="null"/> if not stated.</summary>
    public int? Second => precision >= TemporalPrecision.Second ? Date.Second + (IsLeapSecond ? 1 : 0) : null;

    /// <summary>Thousandths of a second; <see langword="null"/> if no fraction is stated.</summary>
    public int? Millisecond => fractionDigits > 0 ? Date.Millisecond : null;

    internal DateTime Date => new(Ticks, DateTimeKind.Unspecified);

    /// <summary>Whether two values are stated alike: same type, same precision, same parts, same time zone. For FHIRPath's equality see <see cref="Compare"/>.</summary>
    public static bool operator ==(Temporal left, Temporal right) => left.Equals(right);

    /// <summary>Whether two values are stated differently.</summary>
    public static bool operator !=(Temporal left, Temporal right) => !left.Equals(right);

    /// <summary>Reads a date, date with time, or time as FHIR writes it.</summary>
    /// <param name="text">The text, without <c>@</c>; a time of day may start with <c>T</c>.</param>
    /// <param name="kind">What it is to be.</param>
    /// <param name="value">The value.</param>
    /// <returns>Whether the text is one, calendar and ranges included.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, TemporalKind kind, out Temporal value) => TemporalText.TryParse(text, kind, out value);

    /// <summary>Compares two values of the same type part by part (FHIRPath, Comparison of partial dates and times).</summary>
    /// <returns>Negative, 0 or positive; <see langword="null"/> if it can't be told because one states less than the other, or only one a time zone.</returns>
    public static int? Compare(Temporal left, Temporal right) => TemporalComparison.Compare(left, right);

    /// <inheritdoc/>
    public bool Equals(Temporal other) => Ticks == other.Ticks && kind == other.kind && precision == other.precision && fractionDigits == other.fractionDigits && flags == other.flags && offset == other.offset;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Temporal other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Ticks, kind, precision, fractionDigits, offset);

    /// <summary>As FHIR writes it, to the stated precision; without <c>@</c> and, for times of day, without <c>T</c>.</summary>
    public override string ToString() => TemporalText.Format(this);

    /// <summary>The same time of day or date under another type.</summary>
    internal Temporal As(TemporalKind newKind) => new(newKind, precision, Ticks, fractionDigits, OffsetMinutes, IsLeapSecond);

    private bool Has(TemporalPrecision part) => kind != TemporalKind.Time && precision >= part;
}
