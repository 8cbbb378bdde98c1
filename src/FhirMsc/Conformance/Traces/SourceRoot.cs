namespace FhirMsc.Conformance.Traces;

/// <summary>The folder that file names in reports are relative to: the top of the repository that the current folder is in, or the current folder.</summary>
/// <param name="Folder">Full path of the folder.</param>
public sealed record SourceRoot(string Folder)
{
    /// <summary>Finds it: the nearest folder here or above that holds <c>.git</c>.</summary>
    /// <param name="start">Where to start.</param>
    public static SourceRoot Find(string start)
    {
        var full = Path.GetFullPath(start);
        for (var at = full; at is not null; at = Path.GetDirectoryName(at))
        {
            // A file in linked work trees, a folder elsewhere.
            if (Path.Exists(Path.Combine(at, ".git")))
            {
                return new SourceRoot(at);
            }
        }

        return new SourceRoot(full);
    }

    /// <summary>A path as the repository names it: relative, with slashes. Paths outside of it are given back as they are, with slashes.</summary>
    public string Relative(string path)
    {
        var relative = Path.GetRelativePath(Folder, Path.GetFullPath(path));
        return (relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? path : relative).Replace('\\', '/');
    }

    /// <summary>Whether a path lies in it.</summary>
    public bool Contains(string path)
    {
        var relative = Path.GetRelativePath(Folder, Path.GetFullPath(path));
        return !relative.StartsWith("..", StringComparison.Ordinal) && !Path.IsPathRooted(relative);
    }
}
