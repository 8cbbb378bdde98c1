using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace FhirMsc.Server.Tests.Storage;

/// <summary>A PostgreSQL of its own for the tests, from the programs that Debian installs, in a temporary folder and on a free port of this machine.</summary>
public sealed class PostgresServer : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"fhirmsc-pg-{Guid.NewGuid():N}");
    private readonly int port = FreePort();
    private bool isRunning;

    public PostgresServer()
    {
        if (Programs is null)
        {
            return;
        }

        Run("initdb", "-D", folder, "-U", "fhirmsc", "-A", "trust", "--no-sync");
        Start();
    }

    /// <summary>Folder of the programs; <see langword="null"/> if PostgreSQL is not installed.</summary>
    public static string? Programs { get; } = Directory.Exists("/usr/lib/postgresql")
        ? Directory.EnumerateDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).Where(bin => File.Exists(Path.Combine(bin, "initdb"))).Max(StringComparer.Ordinal)
        : null;

    public string ConnectionString => $"Host=127.0.0.1;Port={port};Username=fhirmsc;Database=postgres;Maximum Pool Size=20";

    public void Start()
    {
        Run("pg_ctl", "-D", folder, "-w", "-l", $"{folder}.log", "-o", $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder}", "start");
        isRunning = true;
    }

    public void Stop()
    {
        Run("pg_ctl", "-D", folder, "-w", "-m", "immediate", "stop");
        isRunning = false;
    }

    public void Dispose()
    {
        if (isRunning)
        {
            Stop();
        }

        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
            File.Delete($"{folder}.log");
        }
    }

    /// <summary>PostgreSQL does not run as root: Debian's package makes the user postgres for it.</summary>
    private static void Run(string program, params string[] arguments)
    {
        var path = Path.Combine(Programs!, program);
        var start = Environment.UserName == "root" ? new ProcessStartInfo("runuser", ["-u", "postgres", "--", path, .. arguments]) : new ProcessStartInfo(path, arguments);
        start.WorkingDirectory = Path.GetTempPath();
        start.RedirectStandardOutput = program == "initdb";
        using var process = Process.Start(start)!;
        if (start.RedirectStandardOutput)
        {
            process.StandardOutput.ReadToEnd();
        }

        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} failed.");
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
