namespace FhirMsc.Fhir.Definitions;

/// <summary>Which codes an element may hold.</summary>
public sealed record ElementBinding
{
    /// <summary>How binding the value set is.</summary>
    public required BindingStrength Strength { get; init; }

    /// <summary>Canonical URL of the value set, with <c>|version</c> if the definition names one; <see langword="null"/> if only words describe it.</summary>
    public string? ValueSet { get; init; }

    /// <summary>Canonical URL of the widest value set that an extensible or preferred binding may be stretched to (extension <c>elementdefinition-maxValueSet</c>).</summary>
    public string? MaxValueSet { get; init; }

    /// <summary>Canonical URL of the value set that a system must at least support (extension <c>elementdefinition-minValueSet</c>).</summary>
    public string? MinValueSet { get; init; }

    /// <summary>Further value sets.</summary>
    public IReadOnlyList<AdditionalBinding> Additional { get; init; } = [];
}
