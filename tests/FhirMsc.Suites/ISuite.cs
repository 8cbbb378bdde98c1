namespace FhirMsc.Suites;

/// <summary>A third-party suite: cases in a directory, and how to run them.</summary>
public interface ISuite
{
    /// <summary>Name, which is also the path of its folder: <c>fhirpath/r4</c>.</summary>
    string Name { get; }

    /// <summary>Runs all cases.</summary>
    /// <param name="directory">The directory that holds all suites.</param>
    IEnumerable<CaseResult> Run(string directory);
}
