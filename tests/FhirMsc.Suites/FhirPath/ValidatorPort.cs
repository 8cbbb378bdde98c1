using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.FhirPath.Ports;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Validation;

namespace FhirMsc.Suites.FhirPath;

/// <summary>Answers <c>conformsTo</c> with the validator, as far as the release's own types go: the suites ask for no other profiles.</summary>
internal sealed class ValidatorPort(FhirModel model) : IProfilePort
{
    private readonly ResourceValidator validator = new(model);

    public Answer? ConformsTo(Node node, string profile)
    {
        if (model.FindStructure(profile) is not { } structure)
        {
            return null;
        }

        if (node.ResourceType is not { } name || model.FindType(name) is not { } type || structure.Derivation == StructureDerivation.Constraint)
        {
            return Answer.CannotTell;
        }

        var conforms = model.FindType(structure.Type) is { } wanted && type.IsSubtypeOf(wanted) && !validator.Validate(node, [profile]).Any(issue => issue.IsError);
        return conforms ? Answer.Yes : Answer.No;
    }
}
