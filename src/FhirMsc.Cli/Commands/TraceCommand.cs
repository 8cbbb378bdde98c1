using System.CommandLine;
using FhirMsc.Artifacts;
using FhirMsc.Conformance.Traces;
using FhirMsc.Content.Tracing;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Cli.Commands;

/// <summary><c>fhirmsc trace</c>: from an element of a generated resource back to the content and to the page.</summary>
internal static class TraceCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var content = new ContentCommand(error, error);
        var release = ReleaseOption.One("The release of FHIR that the resource is of.");
        var target = new Argument<string>("RESOURCE") { Description = "Type/id, or Type/id#path for one element: Evidence/x-death#Evidence.statistic[0].quantity." };
        var page = new Option<string?>("--page") { Description = "The guideline page as text, to show the sentence itself.", HelpName = "FILE" };
        var command = new Command("trace", "Says which line of the content and which place of the page an element of a generated resource comes from.") { target, content.Resources, content.Content, release, page };
        command.SetAction(parsed =>
        {
            var file = parsed.GetValue(page);
            if (file is not null && !File.Exists(file))
            {
                error.WriteLine($"There is no file '{file}'.");
                return ExitCode.Usage;
            }

            var (edition, _, exit) = content.Build(parsed, ReleaseOption.Of(parsed.GetValue(release)!)[0]);
            if (edition is null || edition.Guidelines.Count == 0)
            {
                return exit;
            }

            var parts = parsed.GetValue(target)!.Split('#', 2);
            var set = edition.Sets.FirstOrDefault(each => each.Artifacts.Any(artifact => artifact.Reference == parts[0]));
            if (set?.Artifacts.First(artifact => artifact.Reference == parts[0]) is not { } found)
            {
                error.WriteLine($"There is no generated resource '{parts[0]}' in this release. 'fhirmsc generate' lists what there is.");
                return ExitCode.Usage;
            }

            var path = parts.Length == 1 ? found.ResourceType : parts[1].StartsWith(found.ResourceType, StringComparison.Ordinal) ? parts[1] : $"{found.ResourceType}.{parts[1]}";
            if (!Elements(found.Tree.Root).Any(node => NodePath.Of(node) == path))
            {
                error.WriteLine($"{found.Reference} has no element '{path}'. Paths count from 0: {found.ResourceType}.action[0].title.");
                return ExitCode.Usage;
            }

            var guideline = edition.Guidelines.First(each => each.Id == set.Guideline);
            Print(found, path, OriginSearch.Nearest(found, path), file is null ? null : PageText.Cut(File.ReadAllText(file), guideline.Sections), output);
            return ExitCode.Fine;
        });
        return command;
    }

    private static void Print(Artifact artifact, string path, Origin? origin, PageText? page, TextWriter output)
    {
        output.WriteLine($"{artifact.Reference}#{path}");
        if (origin is null)
        {
            output.WriteLine("  comes from no single line: it is made by the program.");
            return;
        }

        output.WriteLine($"  content  {origin.Position} ({(origin.Path.Length == 0 ? "the guideline as a whole" : origin.Path)})");
        output.WriteLine($"  page     {(origin.Place is { } place ? place.ToString() : "no place: this is the publisher's own")}");
        if (page is not null && origin.Place is { } at)
        {
            var sentence = string.Join(' ', page.At(at));
            output.WriteLine($"  sentence {(sentence.Length == 0 ? "not found in the page" : sentence)}");
        }
    }

    private static IEnumerable<Node> Elements(Node node) => node.Children.SelectMany(Elements).Prepend(node);
}
