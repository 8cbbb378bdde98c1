using System.Diagnostics;

namespace FhirMsc.Server.Tests;

/// <summary>A disk of one megabyte at a folder, where the test may mount one.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string folder;

    public SmallDisk(string folder)
    {
        this.folder = folder;
        IsMounted = OperatingSystem.IsLinux() && Environment.UserName == "root" && Run("mount", "-t", "tmpfs", "-o", "size=1m", "none", folder);
    }

    public bool IsMounted { get; }

    public void Dispose()
    {
        if (IsMounted)
        {
            Run("umount", "-l", folder);
        }

        Directory.Delete(folder, recursive: true);
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
