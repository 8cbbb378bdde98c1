namespace FhirMsc.Fhir.Definitions.Packing;

/// <summary>Paths and ids of the elements above the one at hand, so that a pack keeps only the last step of each.</summary>
internal sealed class ElementTrail
{
    private readonly List<string> paths = [];
    private readonly List<string> ids = [];

    /// <summary>How many of the elements on the trail a path continues, its own last step not counted.</summary>
    public int DepthOf(string path)
    {
        var depth = paths.Count;
        while (depth > 0 && !(path.Length > paths[depth - 1].Length && path[paths[depth - 1].Length] == '.' && path.StartsWith(paths[depth - 1], StringComparison.Ordinal)))
        {
            depth--;
        }

        return depth;
    }

    public string PathOf(int depth, string step) => depth == 0 ? step : string.Concat(paths[depth - 1], ".", step);

    public string StepOf(int depth, string path) => depth == 0 ? path : path[(paths[depth - 1].Length + 1)..];

    /// <summary>The id that an element has by the rules of ElementDefinition: its parent's, its name, and its slice name behind a colon.</summary>
    public string IdOf(int depth, string step, string? slice)
    {
        var id = depth == 0 ? step : string.Concat(ids[depth - 1], ".", step);
        return slice is null ? id : string.Concat(id, ":", slice);
    }

    /// <summary>Whether the element above has its path as its id: then so has an element below it that is no slice, and one string serves as both.</summary>
    public bool IsPlain(int depth) => depth == 0 || ReferenceEquals(paths[depth - 1], ids[depth - 1]);

    public void Enter(int depth, string path, string id)
    {
        paths.RemoveRange(depth, paths.Count - depth);
        ids.RemoveRange(depth, ids.Count - depth);
        paths.Add(path);
        ids.Add(id);
    }
}
