namespace FhirMsc.Fhir.Issues;

/// <summary>What can be wrong with texts and URLs by themselves.</summary>
public static class TextIssues
{
    /// <summary>Too long a string.</summary>
    public static readonly IssueKind TooLong = new("text-too-long", Severity.Error, "too-long", "A string has at most {0} characters.");

    /// <summary>An address that is only an example.</summary>
    public static readonly IssueKind ExampleUrl = new("text-example-url", Severity.Error, "business-rule", "'{0}' is an address for examples, and those are not allowed here.");
}
