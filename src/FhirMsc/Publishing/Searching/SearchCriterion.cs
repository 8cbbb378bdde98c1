namespace FhirMsc.Publishing.Searching;

/// <summary>One condition of a search, compiled: given the values of its parameter in a resource, whether the resource meets it.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Test">The condition.</param>
internal sealed record SearchCriterion(SearchParameter Parameter, Func<IReadOnlyList<SearchValue>, bool> Test);
