using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Decisions.Compiling;

/// <summary>Reads <c>action.input</c>: in R4 a DataRequirement, in R5 a backbone that holds one under <c>requirement</c>.</summary>
internal static class InputReader
{
    /// <summary>Reads the inputs of an action and of all below it.</summary>
    public static IEnumerable<PlanInput> Read(Node action, List<Issue> issues) =>
        action.ChildrenNamed("input").Select(input => Input(input, issues)).Concat(action.ChildrenNamed("action").SelectMany(nested => Read(nested, issues)));

    private static PlanInput Input(Node input, List<Issue> issues)
    {
        var requirement = input.Child("requirement") is { Exists: true } inner ? inner : input;
        var id = requirement.At("id") ?? input.At("id");
        var type = requirement.At("type");
        if (id is null || type is null)
        {
            issues.Add(PlanIssues.InputWithoutName.At(NodePath.Of(input), input.Position));
        }

        // Several types of one input are several requirements with the ids name, name-type…; the name is the variable.
        var name = (id ?? string.Empty).Split('-')[0];
        return new PlanInput(name, type ?? string.Empty, requirement.ExtensionText(PlanExtensions.QueryPattern), requirement.ExtensionText(PlanExtensions.CannotTell)) { Requirement = requirement };
    }
}
