using FhirMsc.Fhir.Json;

namespace FhirMsc.Decisions;

/// <summary>What is known for one input of a plan: the resources, or the reason why there are none to look at.</summary>
public sealed record InputValue
{
    private InputValue(IReadOnlyList<Node> resources, string? unavailable)
    {
        Resources = resources;
        Unavailable = unavailable;
    }

    /// <summary>The resources; empty both when there are none and when it is not known.</summary>
    public IReadOnlyList<Node> Resources { get; }

    /// <summary>Why the data is not at hand, in words for the integrator, without patient data; <see langword="null"/> when it is.</summary>
    public string? Unavailable { get; }

    /// <summary>The data is at hand; an empty list says that the patient has none.</summary>
    public static InputValue Known(params IReadOnlyList<Node> resources) => new(resources, null);

    /// <summary>The data is not at hand. This is not the same as having none.</summary>
    public static InputValue NotAvailable(string reason) => new([], reason);
}
