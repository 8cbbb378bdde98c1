namespace FhirMsc.Firely.Opinions;

/// <summary>Disagreements that somebody has looked into: <c>explained.txt</c>, a line each of file, damage, words of the error, and reason, with bars between; a star for any.</summary>
internal sealed class Explained
{
    private readonly List<(string Line, string File, string Damage, string Words, string Reason)> entries = [];
    private readonly HashSet<string> met = new(StringComparer.Ordinal);

    /// <param name="lines">The lines; empty ones and those that begin with # say nothing.</param>
    /// <exception cref="FormatException">A line has not four parts.</exception>
    public Explained(IEnumerable<string> lines)
    {
        foreach (var line in lines.Where(line => line.Length > 0 && line[0] != '#'))
        {
            entries.Add(line.Split('|', StringSplitOptions.TrimEntries) is [var file, var damage, var words, { Length: > 0 } reason]
                ? (line, file, damage, words, reason)
                : throw new FormatException($"A line of explained.txt must have four parts with bars between: {line}"));
        }
    }

    /// <summary>Lines that met nothing.</summary>
    public IEnumerable<string> Unused => entries.Select(entry => entry.Line).Where(line => !met.Contains(line));

    /// <summary>Reads those that the program carries with it.</summary>
    public static Explained Read()
    {
        using var reader = new StreamReader(typeof(Explained).Assembly.GetManifestResourceStream("explained.txt")!);
        return new Explained(reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n'));
    }

    /// <summary>The reason for an error of Firely's that is none to us, or the other way round.</summary>
    /// <param name="specimen">The resource.</param>
    /// <param name="error">The error.</param>
    /// <returns>The reason; <see langword="null"/> if nobody has explained it.</returns>
    public string? Find(Specimen specimen, string error)
    {
        var entry = entries.Find(entry => Fits(entry.File, specimen.File) && Fits(entry.Damage, specimen.Damage ?? string.Empty) && (entry.Words == "*" || error.Contains(entry.Words, StringComparison.Ordinal)));
        met.Add(entry.Line ?? string.Empty);
        return entry.Reason;
    }

    private static bool Fits(string pattern, string name) => pattern == "*" || (pattern.EndsWith('*') ? name.StartsWith(pattern[..^1], StringComparison.Ordinal) : name == pattern);
}
