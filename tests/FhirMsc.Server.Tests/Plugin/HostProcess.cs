using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using FhirMsc.Server.Tests.Cli;

namespace FhirMsc.Server.Tests.Plugin;

/// <summary>A host as a child process, with the plug-in attached by its one environment variable.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    /// <summary>In the value of a variable: the host's own address.</summary>
    public const string Own = "{own}";

    private readonly Process process;
    private readonly System.Text.StringBuilder output = new();
    private readonly DirectoryInfo folder;

    private HostProcess(Process process, int port, DirectoryInfo folder)
    {
        this.process = process;
        this.folder = folder;
        Client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        process.OutputDataReceived += (_, line) => Add(line.Data);
        process.ErrorDataReceived += (_, line) => Add(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public HttpClient Client { get; }

    public string StateFile => Path.Combine(folder.FullName, "state.db");

    public string Output
    {
        get
        {
            lock (output)
            {
                return output.ToString();
            }
        }
    }

    /// <summary>The plug-in as it is built and deployed: with what it needs beside it.</summary>
    public static string PluginPath { get; } = Path.Combine(Tool.Root, "src", "FhirMsc.Server", "bin", Configuration, "net10.0", "FhirMsc.Server.dll");

    /// <summary>The class for Firely Server, built against a stand-in for Vonk.Core, with that beside it.</summary>
    public static string FirelyPluginFolder { get; } = Path.Combine(Tool.Root, "tests", "Hosts", "FirelyPlugin", "bin", Configuration, "net10.0");

    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    /// <summary>Starts a host and waits until it answers.</summary>
    public static async Task<HostProcess> StartAsync(string kind, params (string Name, string Value)[] environment)
    {
        var port = FreePort();
        var folder = Directory.CreateTempSubdirectory("fhirmsc-host-");
        var start = Start("Web", [("FhirMsc__Storage__File", Path.Combine(folder.FullName, "state.db")), ("ASPNETCORE_URLS", $"http://127.0.0.1:{port}"), ("FhirMsc__Resources", Path.Combine(Tool.Root, "fhir-resources")), .. environment]);
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value.Replace(Own, $"http://127.0.0.1:{port}", StringComparison.Ordinal);
        }

        start.ArgumentList.Add(kind);
        var host = new HostProcess(Process.Start(start)!, port, folder);
        for (var i = 0; i < 400; i++)
        {
            try
            {
                using var response = await host.Client.GetAsync("/loaded");
                return host;
            }
            catch (HttpRequestException) when (!host.process.HasExited)
            {
                await Task.Delay(50);
            }
        }

        throw new InvalidOperationException($"The host did not start:\n{host.Output}");
    }

    /// <summary>How to start a program with the plug-in.</summary>
    public static ProcessStartInfo Start(string project, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(Tool.Root, "tests", "Hosts", project, "bin", Configuration, "net10.0", $"Hosts.{project}.dll")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_STARTUP_HOOKS"] = PluginPath;
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
        }

        Client.Dispose();
        process.Dispose();
        folder.Delete(recursive: true);
    }

    /// <summary>Asks until an answer holds a text, and gives that answer.</summary>
    public async Task<string> UntilAsync(string path, string text)
    {
        var answer = string.Empty;
        for (var i = 0; i < 600; i++)
        {
            answer = await Client.GetStringAsync(path);
            if (answer.Contains(text, StringComparison.Ordinal))
            {
                return answer;
            }

            await Task.Delay(50);
        }

        throw new InvalidOperationException($"{path} never answered with {text}, last with {answer}\n{Output}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Add(string? line)
    {
        lock (output)
        {
            output.AppendLine(line);
        }
    }
}
