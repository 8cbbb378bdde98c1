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

    /// <summary>The definitions that came with this library are no resources, so there is no element to give.</summary>
    public static Transform ElementDefinition(FunctionCall call) => (run, start) => throw new EvaluationException(FhirPathIssues.NoPort, call.Offset, "elementDefinition()", "the StructureDefinition as a resource");

    /// <summary>Slices are known to a validator only.</summary>
    public static Transform Slice(FunctionCall call)
    {
        _ = call.Argument(0);
        _ = call.Argument(1);
        return (run, start) => throw new EvaluationException(FhirPathIssues.NoPort, call.Offset, "slice()", "a validator that sorts elements into slices");
    }

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
