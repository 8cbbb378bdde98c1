namespace FhirMsc.Cli;

/// <summary>What the process says when it ends; pipelines rely on it.</summary>
internal static class ExitCode
{
    /// <summary>All is well.</summary>
    public const int Fine = 0;

    /// <summary>There are findings: errors in content or resources, drift, a port that is taken.</summary>
    public const int Findings = 1;

    /// <summary>The command could not be understood, or a file it names does not exist.</summary>
    public const int Usage = 2;
}
