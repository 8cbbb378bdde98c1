#nullable enable
using Hl7.Fhir.Model;
using Hl7.Fhir.Specification.Source;
using Hl7.Fhir.Specification.Terminology;

namespace Firely.Fhir.Validation;

public interface IExternalReferenceResolver
{
}

public class ValidationSettings
{
}

public class Validator
{
    public Validator(
        IAsyncResourceResolver resourceResolver,
        ICodeValidationTerminologyService terminologyService,
        IExternalReferenceResolver? referenceResolver = null,
        ValidationSettings? settings = null) => throw new NotSupportedException();

    public OperationOutcome Validate(Resource instance, string? profile = null) => throw new NotSupportedException();
}
