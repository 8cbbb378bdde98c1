namespace FhirMsc.Content.Tracing;

/// <summary>A fact that others can name: each has an id that is unique in the whole content file.</summary>
public interface IFact : ITraceable
{
    /// <summary>Identifier in FHIR's <c>id</c> syntax, unique among all facts of the guideline.</summary>
    string Id { get; }
}
