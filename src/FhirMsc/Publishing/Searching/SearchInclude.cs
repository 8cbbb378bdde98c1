namespace FhirMsc.Publishing.Searching;

/// <summary>What a search is to bring along (https://hl7.org/fhir/R4/search.html#revinclude).</summary>
/// <param name="Type">Type of the resource that has the reference.</param>
/// <param name="Parameter">Name of the reference parameter; <c>*</c> for all.</param>
/// <param name="Target">Type that is referred to; <see langword="null"/> for any.</param>
/// <param name="IsReverse">Whether those that refer to the matches are wanted, as opposed to those that matches refer to.</param>
/// <param name="IsRepeated">Whether it counts for what was included, too (<c>:iterate</c>).</param>
internal sealed record SearchInclude(string Type, string Parameter, string? Target, bool IsReverse, bool IsRepeated);
