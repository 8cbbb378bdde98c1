namespace FhirMsc.Server.Tests.Verified;

/// <summary>A test of owners and modes as Linux has them; skipped, with the reason, elsewhere.</summary>
internal sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute() => Skip = OperatingSystem.IsLinux() ? null : "Owners of files are asked for on Linux only.";
}
