using FhirMsc.Decisions;
using FhirMsc.Fhir.Issues;
using FhirMsc.Hooks.Cards;

namespace FhirMsc.Hooks;

/// <summary>The answer to a hook call: cards, or the reason why there can't be an answer.</summary>
/// <param name="Cards">The cards; empty when there is nothing to say.</param>
/// <param name="Missing">
/// What is missing for an answer. Not empty means that an empty list of cards would be a lie: the call is to be answered with status 412 instead
/// ("If the CDS Service is not able to obtain the data ... SHALL respond with 412 Precondition Failed").
/// </param>
/// <param name="Plan">The applied plan behind the answer, with its trace.</param>
public sealed record HookAnswer(IReadOnlyList<Card> Cards, IReadOnlyList<Issue> Missing, AppliedPlan Plan);
