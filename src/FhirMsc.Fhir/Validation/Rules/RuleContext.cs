using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Validation.Rules;

/// <summary>A value that a rule looks at, and what is around it.</summary>
/// <param name="Node">The value.</param>
/// <param name="Type">Its type.</param>
/// <param name="Run">The validation it is part of: settings, the resource around it, look-ups.</param>
internal readonly record struct RuleContext(Node Node, TypeDefinition Type, ValidationRun Run);
