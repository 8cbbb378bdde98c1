namespace FhirMsc.Suites.Validation;

/// <summary>One issue that a check expects.</summary>
/// <param name="IsError">Whether it is an error or worse.</param>
/// <param name="NeedsServer">Whether it came from a terminology server.</param>
/// <param name="Path">Where, as the manifest has it; null if nowhere.</param>
/// <param name="Text">What.</param>
internal sealed record ExpectedIssue(bool IsError, bool NeedsServer, string? Path, string Text);
