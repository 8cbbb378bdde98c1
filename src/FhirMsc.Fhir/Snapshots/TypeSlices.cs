using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Fhir.Snapshots;

/// <summary>
/// Slices of a choice by type (https://hl7.org/fhir/R4/profiling.html#slicing, "type slicing"): their discriminator is always the type, their names are the
/// element's with the type behind it, and <c>valueQuantity</c> as a path is short for the slice of that name.
/// </summary>
internal static class TypeSlices
{
    /// <summary>The slicing that goes without saying.</summary>
    public static readonly ElementSlicing Slicing = new() { Discriminators = [new SlicingDiscriminator(DiscriminatorType.Type, "$this")], Rules = SlicingRules.Open };

    /// <summary>Whether a slicing sorts by type, or does not say by what.</summary>
    public static bool IsByType(ElementSlicing? slicing) => slicing is null or { Discriminators: [] } or { Discriminators: [{ Type: DiscriminatorType.Type, Path: "$this" }] };

    /// <summary>The type that a name adds to that of a choice; <see langword="null"/> if the name means something else.</summary>
    /// <param name="element">The choice.</param>
    /// <param name="choice">Its name, <c>value[x]</c>.</param>
    /// <param name="name">A name, <c>valueQuantity</c>.</param>
    public static string? ShortcutType(ElementDefinition element, string choice, string name)
    {
        if (!choice.EndsWith("[x]", StringComparison.Ordinal) || name.Length <= choice.Length - 3 || !name.AsSpan().StartsWith(choice.AsSpan(0, choice.Length - 3), StringComparison.Ordinal))
        {
            return null;
        }

        var suffix = name.AsSpan(choice.Length - 3);
        foreach (var type in element.Types)
        {
            if (IsCapitalized(suffix, type.TypeName))
            {
                return type.TypeName;
            }
        }

        return null;
    }

    /// <summary>Whether an element bears the name of its one type where the differential writes the name of the choice.</summary>
    public static bool IsRenamed(ElementDefinition element, string name, string choice) =>
        element.Types is [var type] && name.Length > choice.Length - 3 && name.AsSpan().StartsWith(choice.AsSpan(0, choice.Length - 3), StringComparison.Ordinal) && IsCapitalized(name.AsSpan(choice.Length - 3), type.TypeName);

    /// <summary>Name of the slice of a type.</summary>
    public static string NameOf(string choice, string type) => $"{choice[..^3]}{char.ToUpperInvariant(type[0])}{type[1..]}";

    private static bool IsCapitalized(ReadOnlySpan<char> text, string type) =>
        text.Length == type.Length && text[0] == char.ToUpperInvariant(type[0]) && text[1..].SequenceEqual(type.AsSpan(1));
}
