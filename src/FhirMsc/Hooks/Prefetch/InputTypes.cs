using FhirMsc.Decisions;

namespace FhirMsc.Hooks.Prefetch;

/// <summary>The resource types that an input holds.</summary>
/// <param name="types">At least one; <c>Resource</c> stands for every type.</param>
internal readonly struct InputTypes(IReadOnlyList<string> types)
{
    private readonly IReadOnlyList<string> types = types;

    /// <summary>The types of the inputs of one id.</summary>
    public static InputTypes Of(string id, IReadOnlyList<PlanInput> inputs)
    {
        var types = new List<string>(2);
        foreach (var input in inputs)
        {
            if (input.Id == id)
            {
                types.Add(input.Type);
            }
        }

        return new InputTypes(types);
    }

    /// <summary>Whether a resource of a type belongs to the input.</summary>
    public bool Contain(string? type) => type is not null && (types.Contains(type) || types.Contains("Resource"));

    /// <summary>The types in words, e.g. <c>MedicationRequest or ServiceRequest</c>.</summary>
    public override string ToString() => string.Join(" or ", types.Distinct());
}
