namespace FhirMsc.Fhir.Definitions.Packing;

/// <summary>Paths and ids of the elements above the one at hand, so that a pack keeps only the last step of each.</summary>
internal sealed class ElementTrail
{
    private readonly List<(string Path, string Id)> trail = [];

    /// <summary>How many of the elements on the trail a path continues, its own last step not counted.</summary>
    public int DepthOf(string path)
    {
        var depth = trail.Count;
        while (depth > 0 && !(path.Length > trail[depth - 1].Path.Length && path[trail[depth - 1].Path.Length] == '.' && path.StartsWith(trail[depth - 1].Path, StringComparison.Ordinal)))
        {
            depth--;
        }

        return depth;
    }

    public string PathOf(int depth, string step) => depth == 0 ? step : $"{trail[depth - 1].Path}.{step}";

    public string StepOf(int depth, string path) => depth == 0 ? path : path[(trail[depth - 1].Path.Length + 1)..];

    /// <summary>The id that an element has by the rules of ElementDefinition: its parent's, its name, and its slice name behind a colon.</summary>
    public string IdOf(int depth, string step, string? slice)
    {
        var id = depth == 0 ? step : $"{trail[depth - 1].Id}.{step}";
        return slice is null ? id : $"{id}:{slice}";
    }

    public void Enter(int depth, string path, string id)
    {
        trail.RemoveRange(depth, trail.Count - depth);
        trail.Add((path, id));
    }
}
