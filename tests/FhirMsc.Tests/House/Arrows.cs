using System.Text.RegularExpressions;

namespace FhirMsc.Tests.House;

/// <summary>Which room may use which. A room is a folder right below a project; the rule is checked on the <c>using</c> lines and on full names.</summary>
internal static partial class Arrows
{
    /// <summary>Kernel: everything may use Issues.</summary>
    private static readonly Dictionary<string, string[]> Kernel = new()
    {
        ["Issues"] = [],
        ["Json"] = ["Issues"],
        ["Packages"] = ["Issues", "Json"],
        ["Definitions"] = ["Issues", "Json", "Packages"],
        ["Xml"] = ["Issues", "Json", "Packages", "Definitions"],
        ["Elements"] = ["Issues", "Json", "Packages", "Definitions"],
        ["FhirPath"] = ["Issues", "Json", "Packages", "Definitions", "Xml", "Elements"],
        ["Terminology"] = ["Issues", "Json", "Packages", "Definitions", "Xml", "Elements", "FhirPath"],
        ["Snapshots"] = ["Issues", "Json", "Packages", "Definitions", "Xml", "Elements", "FhirPath", "Terminology"],
        ["Validation"] = ["Issues", "Json", "Packages", "Definitions", "Xml", "Elements", "FhirPath", "Terminology", "Snapshots"],
    };

    /// <summary>
    /// The guideline system: left to right, and two arrows that are missing on purpose: decisions take plans from the catalog and never from the
    /// generator, hooks never touch content. An artifact's shape is part of the catalog's own face, so Decisions may name Publishing only.
    /// </summary>
    private static readonly Dictionary<string, string[]> System = new()
    {
        ["Content"] = [],
        ["Artifacts"] = ["Content"],
        ["Conformance"] = ["Content", "Artifacts"],
        ["Publishing"] = ["Content", "Artifacts", "Conformance"],
        ["Decisions"] = ["Publishing"],
        ["Hooks"] = ["Publishing", "Decisions"],
        ["Cases"] = ["Content", "Publishing", "Decisions"],
    };

    private static readonly Dictionary<string, string[]> Projects = new()
    {
        ["FhirMsc.Fhir"] = [],
        ["FhirMsc"] = ["FhirMsc.Fhir"],
        ["FhirMsc.Server"] = ["FhirMsc", "FhirMsc.Fhir"],
        ["FhirMsc.Cli"] = ["FhirMsc.Server", "FhirMsc", "FhirMsc.Fhir"],
        ["FhirMsc.Firely"] = ["FhirMsc.Server", "FhirMsc", "FhirMsc.Fhir"],
    };

    /// <summary>The arrows of a file that the picture of the house does not have.</summary>
    /// <param name="path">Path in the repository, e.g. <c>src/FhirMsc/Hooks/Card.cs</c>.</param>
    /// <param name="text">What the file says.</param>
    public static IEnumerable<string> Forbidden(string path, string text)
    {
        var parts = path.Split('/');
        var (project, room) = (parts[1], parts.Length > 3 ? parts[2] : string.Empty);
        foreach (var (otherProject, otherRoom) in Names().Matches(text).Select(Split).Distinct())
        {
            if (otherProject != project)
            {
                if (!Projects[project].Contains(otherProject))
                {
                    yield return $"{path}: {project} → {otherProject}";
                }

                continue;
            }

            var rooms = project == "FhirMsc.Fhir" ? Kernel : System;
            if (project is "FhirMsc.Fhir" or "FhirMsc" && otherRoom != room && rooms.ContainsKey(otherRoom) && (!rooms.TryGetValue(room, out var allowed) || !allowed.Contains(otherRoom)))
            {
                yield return $"{path}: {room} → {otherRoom}";
            }
        }
    }

    private static (string Project, string Room) Split(Match match)
    {
        var name = match.Groups["name"].Value;
        var project = Projects.Keys.Where(p => name == p || name.StartsWith(p + ".", StringComparison.Ordinal)).MaxBy(p => p.Length)!;
        var rest = name.Length > project.Length ? name[(project.Length + 1)..] : string.Empty;
        return (project, rest.Split('.')[0]);
    }

    [GeneratedRegex(@"(?<![\w./])(?<!namespace\s)(?<name>FhirMsc(\.[A-Z]\w*)+)")]
    private static partial Regex Names();
}
