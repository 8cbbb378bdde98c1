using FhirMsc.Fhir.FhirPath.Ports;

namespace FhirMsc.Fhir.FhirPath.Functions;

/// <summary>A value set named in an expression, with the way to it that the last port gave, so that its address need not be looked up for each code. Safe for many threads.</summary>
/// <param name="canonical">Its canonical URL, with or without <c>|version</c>.</param>
internal sealed class NamedValueSet(string canonical)
{
    private Way? last;

    /// <summary>Its canonical URL.</summary>
    public string Canonical => canonical;

    /// <summary>Whether a code is in it.</summary>
    public Answer Has(ITerminologyPort terminology, in CodedValue code) => WayOf(terminology) is { } way ? way.IsMember(code) : terminology.IsMember(code, canonical);

    /// <summary>The answers that are remembered for a port; <see langword="null"/> where each must be asked for.</summary>
    public KnownCodes? Known(ITerminologyPort terminology) => WayOf(terminology)?.Known;

    private Way? WayOf(ITerminologyPort terminology)
    {
        var way = Volatile.Read(ref last);
        if (way is not null && ReferenceEquals(way.Port, terminology))
        {
            return way;
        }

        if (terminology.MembersOf(canonical) is not { } isMember)
        {
            return null;
        }

        way = new Way(terminology, isMember);
        Volatile.Write(ref last, way);
        return way;
    }

    private sealed record Way(ITerminologyPort Port, Func<CodedValue, Answer> IsMember)
    {
        public KnownCodes Known { get; } = new();
    }
}
