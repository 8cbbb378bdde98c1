using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Server.Endpoints.Rest.Operations;

/// <summary>An operation (https://hl7.org/fhir/R4/operations.html): a question, so GET and POST are alike; none of them changes anything.</summary>
internal interface IOperation
{
    /// <summary>Name without the dollar sign.</summary>
    string Name { get; }

    /// <summary>The types that it is offered on; empty for none, <see langword="null"/> for every type.</summary>
    IReadOnlyList<string>? Types { get; }

    /// <summary>Whether it is offered on the whole system.</summary>
    bool IsForSystem => false;

    /// <summary>Whether it is offered on a type.</summary>
    bool IsForType => true;

    /// <summary>Whether it is offered on a resource.</summary>
    bool IsForInstance => true;

    /// <summary>Canonical of HL7's definition; <see langword="null"/> for an operation of our own, whose parameters are <see cref="Parameters"/>.</summary>
    string? StandardDefinition(FhirRelease release, string? type);

    /// <summary>Parameters of HL7's definition that are not understood here and that the answer would depend on: with one of them, the operation is refused.</summary>
    IReadOnlyList<string> NotServed => [];

    /// <summary>What an operation of our own takes and gives.</summary>
    IReadOnlyList<OperationParameter> Parameters => [];

    /// <summary>What an operation of our own is for, in a sentence.</summary>
    string Description => string.Empty;

    /// <summary>Answers.</summary>
    RestResult Execute(RestCall call);

    /// <summary>Whether it is offered on a type.</summary>
    bool IsFor(string type) => Types is null || Types.Contains(type);
}
