using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Elements;
using FhirMsc.Fhir.FhirPath.Compilation;
using FhirMsc.Fhir.FhirPath.Evaluations;
using FhirMsc.Fhir.FhirPath.Ports;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.FhirPath.Functions;

/// <summary>FHIR, Using FHIRPath: functions that need profiles.</summary>
internal static class FhirProfiles
{
    /// <summary>Whether a single resource or element conforms to a profile; empty if that can't be told, an error if there is no such profile.</summary>
    public static Transform ConformsTo(FunctionCall call)
    {
        var profile = call.Argument(0);
        return (run, start) =>
        {
            var known = run.TrySingle(start, call.Offset, "conformsTo()", out var item);
            run.Drop(start);
            profile(run);
            known &= run.TryString(start, call.Offset, "conformsTo()", out var url);
            run.Drop(start);
            if (!known)
            {
                return;
            }

            switch (Ask(run, item, url))
            {
                case Answer.Yes:
                    run.Push(Item.Of(true));
                    break;
                case Answer.No:
                    run.Push(Item.Of(false));
                    break;
                case Answer.CannotTell:
                    run.NoteUntold($"conformsTo({url})");
                    break;
                default:
                    throw new EvaluationException(FhirPathIssues.WrongValue, call.Offset, $"There is no profile '{url}'.");
            }
        };
    }

    /// <summary>
    /// The definition of each element of the input, as an ElementDefinition; nothing for what has no definition, such as values that were worked out.
    /// </summary>
    public static Transform ElementDefinition(FunctionCall call) => static (run, start) =>
    {
        var kept = start;
        for (var i = start; i < run.Top; i++)
        {
            run.Step(16);
            if (run[i].IsNode && run.Types is { } types && DefinitionOf(run, types, run[i]) is { } definition)
            {
                run[kept++] = Item.Of(DefinitionElement.Write(definition)).WithType(types.Model.FindType("ElementDefinition"));
            }
        }

        run.Drop(kept);
    };

    /// <summary>The elements of the input that are in a slice of a profile; empty and noted where nobody can tell.</summary>
    public static Transform Slice(FunctionCall call)
    {
        var structure = call.Argument(0);
        var name = call.Argument(1);
        return (run, start) =>
        {
            var end = run.Top;
            structure(run);
            var known = run.TryString(end, call.Offset, "slice()", out var url);
            run.Drop(end);
            name(run);
            known &= run.TryString(end, call.Offset, "slice()", out var slice);
            run.Drop(end);
            var kept = start;
            for (var i = start; known && i < end; i++)
            {
                var answer = run[i].IsNode ? run.Context.Profiles is { } port ? port.IsInSlice(run[i].Node, url, slice) : Answer.CannotTell : Answer.No;
                if (answer == Answer.CannotTell)
                {
                    run.NoteUntold($"slice({url}, {slice})");
                }
                else if (answer == Answer.Yes)
                {
                    run[kept++] = run[i];
                }
            }

            run.Drop(kept);
        };
    }

    private static ElementDefinition? DefinitionOf(Evaluation run, ElementTypes types, in Item item) =>
        item.Index == 0 || Resources.IsResource(item.Node) ? run.TypeOf(item)?.Root : types.DefinitionOf(item.Tree, item.Index);

    /// <summary>Without a port the definitions tell so much: a type that is another one does not conform, and a URL that nothing defines is none.</summary>
    private static Answer? Ask(Evaluation run, in Item item, string url)
    {
        if (item.IsNode && run.Context.Profiles is { } port)
        {
            return port.ConformsTo(item.Node, url);
        }

        if (run.Types is not { } types || !item.IsNode)
        {
            return Answer.CannotTell;
        }

        if (types.Model.FindStructure(url) is not { } structure)
        {
            return null;
        }

        return run.TypeOf(item) is { } type && types.Model.FindType(structure.Type) is { } wanted && !type.IsSubtypeOf(wanted) ? Answer.No : Answer.CannotTell;
    }
}
