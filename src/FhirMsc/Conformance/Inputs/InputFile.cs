namespace FhirMsc.Conformance.Inputs;

/// <summary>A file that is to be checked.</summary>
/// <param name="Path">Path as the user would write it; <see cref="StandardInput"/> for the standard input.</param>
/// <param name="Form">How the resources in it are written down.</param>
/// <param name="IsNamed">Whether the user named this very file. A file that only came along with its folder may turn out to be no resource.</param>
public sealed record InputFile(string Path, InputForm Form, bool IsNamed)
{
    /// <summary>Stands for the standard input, on the command line and in reports.</summary>
    public const string StandardInput = "-";

    /// <summary>Whether it is the standard input.</summary>
    public bool IsStandardInput => Path == StandardInput;

    /// <summary>The form that a file's name promises.</summary>
    public static InputForm FormOf(string path) => System.IO.Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".json" or ".xml" => InputForm.Single,
        ".ndjson" or ".jsonl" => InputForm.Lines,
        ".tgz" => InputForm.Package,
        ".gz" when path.EndsWith(".tar.gz", StringComparison.OrdinalIgnoreCase) => InputForm.Package,
        _ => InputForm.Unknown,
    };
}
