namespace FhirMsc.Conformance.Inputs;

/// <summary>How the resources in a file are written down.</summary>
public enum InputForm
{
    /// <summary>To be told from the content: JSON, XML or NDJSON.</summary>
    Unknown,

    /// <summary>One resource as JSON or XML.</summary>
    Single,

    /// <summary>One resource as JSON in each line (https://github.com/ndjson/ndjson-spec).</summary>
    Lines,

    /// <summary>A FHIR package: an npm archive.</summary>
    Package,
}
