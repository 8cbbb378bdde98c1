using FhirMsc.Fhir.FhirPath.Ports;

namespace FhirMsc.Fhir.Validation.Terminologies;

/// <summary>Questions about single codes.</summary>
internal static class CodeAnswers
{
    /// <summary>Whether a code system has a code; it can't be told where the system, or all of its codes, are not at hand.</summary>
    public static Answer IsCode(ValidationRun run, string system, string code, string? version = null) =>
        run.Settings.Terminology?.IsCode(new CodedValue(system, code, version)) ?? Answer.CannotTell;
}
