using FhirMsc.Fhir.Issues;

namespace FhirMsc.Hooks.Feedback;

/// <summary>What came of reading a feedback call.</summary>
/// <param name="Items">The feedback; empty if something is wrong with the call.</param>
/// <param name="Issues">Everything that is wrong with it.</param>
public sealed record FeedbackResult(IReadOnlyList<FeedbackItem> Items, IReadOnlyList<Issue> Issues);
