namespace FhirMsc.Conformance.Inputs;

/// <summary>
/// Finds the files that paths stand for: a file, a folder (all <c>*.json</c>, <c>*.xml</c> and <c>*.ndjson</c> below it, except in folders whose name starts
/// with a dot), a pattern, or <c>-</c> for the standard input. All mistakes are told at once.
/// </summary>
public static class InputFinder
{
    private static readonly string[] Extensions = [".json", ".xml", ".ndjson"];

    /// <summary>Finds the files.</summary>
    /// <param name="words">The paths as given.</param>
    public static InputList Find(IEnumerable<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var files = new List<InputFile>();
        var problems = new List<string>();
        foreach (var word in words)
        {
            Take(word, files, problems);
        }

        return new InputList([.. files.DistinctBy(file => file.IsStandardInput ? file.Path : Path.GetFullPath(file.Path))], problems);
    }

    private static void Take(string word, List<InputFile> files, List<string> problems)
    {
        if (word == InputFile.StandardInput)
        {
            files.Add(new InputFile(word, InputForm.Unknown, IsNamed: true));
        }
        else if (File.Exists(word))
        {
            files.Add(new InputFile(word, InputFile.FormOf(word), IsNamed: true));
        }
        else if (Directory.Exists(word))
        {
            var found = Below(word, problems).Where(IsResourceName).Select(path => new InputFile(path, InputFile.FormOf(path), IsNamed: false)).ToList();
            files.AddRange(found);
            if (found.Count == 0)
            {
                problems.Add($"The folder '{word}' holds no *.json, *.xml or *.ndjson file. Name a folder with resources, or the files themselves.");
            }
        }
        else if (word.Length > 0 && PathPattern.IsPattern(word))
        {
            TakePattern(word, files, problems);
        }
        else if (word.StartsWith('-'))
        {
            problems.Add($"There is no option '{word}', nor a file of that name. The options are listed by --help.");
        }
        else
        {
            problems.Add(word.Length == 0 ? "A path is empty. Name a file, a folder, a pattern such as 'resources/**/*.json', or - for the standard input." : $"There is no file or folder '{word}'.{Nearby(word)}");
        }
    }

    private static void TakePattern(string word, List<InputFile> files, List<string> problems)
    {
        var pattern = new PathPattern(word);
        var folder = pattern.Folder.Length == 0 ? "." : pattern.Folder;
        if (!Directory.Exists(folder))
        {
            problems.Add($"There is no folder '{folder}' for the pattern '{word}'.");
            return;
        }

        var matching = Below(folder, problems).Select(path => pattern.Folder.Length == 0 ? Path.GetRelativePath(folder, path) : path).Where(pattern.Matches).ToList();
        files.AddRange(matching.Select(path => new InputFile(path, InputFile.FormOf(path), IsNamed: false)));
        if (matching.Count == 0)
        {
            problems.Add($"No file fits the pattern '{word}'. In a pattern, * stays inside a folder and ** stands for any folders.");
        }
    }

    /// <summary>All files below a folder, links followed but no folder visited twice, so that a link to a folder above does no harm.</summary>
    private static List<string> Below(string folder, List<string> problems)
    {
        var found = new List<string>();
        var visited = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([folder]);
        while (open.TryPop(out var at))
        {
            var real = new DirectoryInfo(at).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? Path.GetFullPath(at);
            if (!visited.Add(real))
            {
                continue;
            }

            try
            {
                found.AddRange(Directory.EnumerateFiles(at));
                foreach (var below in Directory.EnumerateDirectories(at).Where(below => !Path.GetFileName(below).StartsWith('.')))
                {
                    open.Push(below);
                }
            }
            catch (Exception e) when (e is UnauthorizedAccessException or IOException)
            {
                problems.Add($"The folder '{at}' can't be read: {e.Message}");
            }
        }

        found.Sort(StringComparer.Ordinal);
        return found;
    }

    private static bool IsResourceName(string path) =>
        !Path.GetFileName(path).StartsWith('.') && Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    /// <summary>The name that was likely meant: the same but for upper and lower case, or for its ending.</summary>
    private static string Nearby(string word)
    {
        var folder = Path.GetDirectoryName(word);
        folder = string.IsNullOrEmpty(folder) ? "." : folder;
        if (!Directory.Exists(folder))
        {
            return $" There is no folder '{folder}' either.";
        }

        var name = Path.GetFileName(word);
        var near = Directory.EnumerateFileSystemEntries(folder).Select(path => Path.GetFileName(path))
            .FirstOrDefault(other => string.Equals(other, name, StringComparison.OrdinalIgnoreCase) || Path.GetFileNameWithoutExtension(other) == Path.GetFileNameWithoutExtension(name));
        return near is null ? string.Empty : $" Did you mean '{Path.Combine(Path.GetDirectoryName(word) ?? string.Empty, near)}'?";
    }
}
