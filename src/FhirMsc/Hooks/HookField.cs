namespace FhirMsc.Hooks;

/// <summary>One field of a hook's context.</summary>
/// <param name="Name">Name, e.g. <c>patientId</c>.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Required">Whether the client must send it.</param>
/// <param name="PrefetchToken">Whether prefetch templates may name it as <c>{{context.Name}}</c>.</param>
public sealed record HookField(string Name, HookFieldKind Kind, bool Required, bool PrefetchToken)
{
    /// <summary>Where it stands in a request, e.g. <c>context.patientId</c>.</summary>
    internal string Path { get; } = $"context.{Name}";
}
