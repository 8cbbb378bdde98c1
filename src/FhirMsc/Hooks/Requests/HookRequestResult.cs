using FhirMsc.Fhir.Issues;

namespace FhirMsc.Hooks.Requests;

/// <summary>What came of reading a hook call.</summary>
/// <param name="Request">The call; <see langword="null"/> if something is wrong with it.</param>
/// <param name="Issues">Everything that is wrong with it.</param>
public sealed record HookRequestResult(HookRequest? Request, IReadOnlyList<Issue> Issues);
