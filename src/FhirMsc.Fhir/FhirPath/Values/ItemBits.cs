using System.Runtime.InteropServices;
using FhirMsc.Fhir.Elements;

namespace FhirMsc.Fhir.FhirPath.Values;

/// <summary>The part of an <see cref="Item"/> that is no reference: whichever of these the kind says.</summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
internal struct ItemBits
{
    [FieldOffset(0)]
    public decimal Decimal;

    [FieldOffset(0)]
    public long Integer;

    [FieldOffset(0)]
    public Temporal Temporal;
}
