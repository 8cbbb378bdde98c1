using FhirMsc.Decisions;

namespace FhirMsc.Hooks.Prefetch;

/// <summary>The resource types that an input holds: those of all the plan's inputs of one id.</summary>
/// <param name="id">The id.</param>
/// <param name="inputs">The inputs; at least one has the id. The type <c>Resource</c> stands for every type.</param>
internal readonly struct InputTypes(string id, IReadOnlyList<PlanInput> inputs)
{
    /// <summary>Whether a resource of a type belongs to the input.</summary>
    public bool Contain(string? type)
    {
        for (var i = 0; i < inputs.Count; i++)
        {
            var input = inputs[i];
            if (input.Id == id && type is not null && (input.Type == type || input.Type == "Resource"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The types in words, e.g. <c>MedicationRequest or ServiceRequest</c>.</summary>
    public override string ToString()
    {
        var own = id;
        return string.Join(" or ", inputs.Where(input => input.Id == own).Select(input => input.Type).Distinct());
    }
}
