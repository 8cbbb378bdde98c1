using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.FhirPath.Ports;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Validation;

/// <summary>Answers FHIRPath's <c>conformsTo</c> with a validator: for expressions that are evaluated outside of a validation.</summary>
/// <param name="validator">The validator.</param>
/// <param name="definitions">Where it finds profiles: what is not in there does not exist.</param>
public sealed class ConformancePort(ResourceValidator validator, IDefinitionSource definitions) : IProfilePort
{
    private const string Incomplete = "incomplete";

    /// <summary>Whether a resource conforms to a profile: not if there is an error, and it can't be told if something about it can't be told.</summary>
    /// <inheritdoc/>
    public Answer? ConformsTo(Node node, string profile)
    {
        if (definitions.FindStructure(profile) is null)
        {
            return null;
        }

        // A part of a resource is checked with the resource only.
        if (node.ResourceType is null)
        {
            return Answer.CannotTell;
        }

        var issues = validator.Validate(node, [profile]);
        return issues.Any(issue => issue.IsError) ? Answer.No : issues.Any(issue => issue.Kind.OutcomeCode == Incomplete) ? Answer.CannotTell : Answer.Yes;
    }
}
