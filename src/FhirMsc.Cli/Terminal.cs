namespace FhirMsc.Cli;

/// <summary>What the process's surroundings can do.</summary>
internal sealed record Terminal
{
    /// <summary>A pipeline or a test: no colour, no progress, nothing to read.</summary>
    public static Terminal None { get; } = new();

    /// <summary>Whether results may be coloured.</summary>
    public bool Color { get; init; }

    /// <summary>Whether somebody watches the error stream, so that progress may be shown there and wiped out again.</summary>
    public bool ShowsProgress { get; init; }

    /// <summary>Opens the standard input.</summary>
    public Func<Stream> Input { get; init; } = () => Stream.Null;

    /// <summary>That of this process. Colour is left out if the environment variable NO_COLOR is set (https://no-color.org) or the terminal is dumb.</summary>
    public static Terminal OfProcess() => new()
    {
        Color = !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb",
        ShowsProgress = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb",
        Input = Console.OpenStandardInput,
    };
}
