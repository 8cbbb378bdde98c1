using FhirMsc.Fhir.FhirPath;

namespace FhirMsc.Decisions;

/// <summary>A nested action with a type: something that could be done.</summary>
/// <param name="Id">Id of the nested action.</param>
/// <param name="Label">Its title.</param>
/// <param name="Type">Code of <c>action.type</c>.</param>
/// <param name="Description">What happens, in words; <see langword="null"/> if the plan does not say.</param>
/// <param name="Resource">Gives the patient's resources that it is about: the <c>dynamicValue</c> with path <c>resource</c>; <see langword="null"/> if there is none.</param>
internal sealed record PlanSuggestion(string Id, string Label, string? Type, string? Description, FhirPathExpression? Resource);
