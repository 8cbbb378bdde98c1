namespace FhirMsc.Fhir.Packages;

/// <summary>The files right in a package's folder <c>package</c>, wherever they are kept.</summary>
internal interface IPackageFiles
{
    /// <summary>Names of the files, in ordinal order.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>What a file holds; <see langword="null"/> if there is no file of that name, or it has gone or grown beyond the limit.</summary>
    ReadOnlyMemory<byte>? Read(string name);
}
