using FhirMsc.Content.Tracing;

namespace FhirMsc.Artifacts.Writing;

/// <summary>One named part of an <see cref="Element"/>.</summary>
/// <param name="Name">Name as JSON has it, choice elements with their type.</param>
/// <param name="IsArray">Whether JSON writes it as an array.</param>
/// <param name="Values">One value, or those of the array: strings, booleans, <see cref="Content.PrintedDecimal"/> for all numbers, elements.</param>
/// <param name="Origin">Where a single value comes from, when it is not from where the element is.</param>
internal readonly record struct Member(string Name, bool IsArray, IReadOnlyList<object> Values, Origin? Origin);
