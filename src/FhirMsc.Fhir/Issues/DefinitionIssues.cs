namespace FhirMsc.Fhir.Issues;

/// <summary>What can be wrong with a definition (StructureDefinition, ValueSet, CodeSystem) when it is compiled.</summary>
public static class DefinitionIssues
{
    /// <summary>Not the resource that was expected.</summary>
    public static readonly IssueKind WrongResource = new("definition-wrong-resource", Severity.Error, "invalid", "A {0} is due here, but this is {1}.");

    /// <summary>An element without which there is no definition.</summary>
    public static readonly IssueKind Missing = new("definition-missing", Severity.Error, "required", "The {0} has no {1}, so it cannot be used. Add it.");

    /// <summary>A code that FHIR does not define at this place.</summary>
    public static readonly IssueKind UnknownCode = new("definition-unknown-code", Severity.Error, "code-invalid", "'{0}' is no code for {1}; the value is left out.");

    /// <summary>A cardinality or length that is no number.</summary>
    public static readonly IssueKind Cardinality = new("definition-cardinality", Severity.Error, "value", "'{0}' is no {1}. Write a whole number from 0 on{2}.");

    /// <summary>Two element definitions that cannot stand in this order.</summary>
    public static readonly IssueKind Order = new("definition-element-order", Severity.Error, "structure", "The path '{0}' does not continue the element before it: an element stands behind its parent.");
}
