using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Hooks.Requests;

/// <summary>What came of reading a hook call.</summary>
/// <param name="Request">The call; <see langword="null"/> if something is wrong with it.</param>
/// <param name="Issues">Everything that is wrong with it.</param>
public sealed record HookRequestResult(HookRequest? Request, IReadOnlyList<Issue> Issues)
{
    /// <summary>The body.</summary>
    internal NodeTree? Tree { get; init; }

    /// <summary>Gives back the memory of a call that was read to be lent. To be called when the answer is written and nobody looks at the call any more.</summary>
    public void Release() => Tree?.Release();
}
