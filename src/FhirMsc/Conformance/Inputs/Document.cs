using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Conformance.Inputs;

/// <summary>One text to be checked: a file, a line of a file, or a file in a package. Its bytes are fetched once, by whoever checks it.</summary>
public sealed record Document
{
    /// <summary>The file on the command line that it came from.</summary>
    public required InputFile File { get; init; }

    /// <summary>Name of the file inside the package; <see langword="null"/> outside of packages.</summary>
    public string? Member { get; init; }

    /// <summary>Name for positions and reports.</summary>
    public string Name => Member is null ? File.Path : $"{File.Path}!{Member}";

    /// <summary>Gives the bytes. Throws what the file system throws.</summary>
    public required Func<ReadOnlyMemory<byte>> Load { get; init; }

    /// <summary>Line of the file that the text starts in, counted from 1.</summary>
    public int FirstLine { get; init; } = 1;

    /// <summary>Byte offset of the text in its file.</summary>
    public long FirstOffset { get; init; }

    /// <summary>The release that the surroundings tell: a package's manifest, or the folder of a release.</summary>
    public FhirRelease? Release { get; init; }

    /// <summary>What was found wrong before there was a text; if there is any, nothing is loaded.</summary>
    public IReadOnlyList<Issue> Problems { get; init; } = [];
}
