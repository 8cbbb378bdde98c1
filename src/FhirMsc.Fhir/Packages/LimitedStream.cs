namespace FhirMsc.Fhir.Packages;

/// <summary>Ends the unpacking of an archive that grows beyond the limits, in size or in proportion to its packed size.</summary>
internal sealed class LimitedStream(Stream inner, CountingStream packed, PackageLimits limits) : CountingStream(inner)
{
    public override int Read(Span<byte> buffer)
    {
        var read = base.Read(buffer);
        if (Count > limits.MaxTotalBytes)
        {
            throw new SizeLimitException("The unpacked size", $"{limits.MaxTotalBytes} bytes");
        }

        if (Count > limits.RatioFreeBytes && Count > packed.Count * limits.MaxRatio)
        {
            throw new SizeLimitException("The unpacked size", $"{limits.MaxRatio} times the packed size");
        }

        return read;
    }
}
