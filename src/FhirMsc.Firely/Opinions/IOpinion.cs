namespace FhirMsc.Firely.Opinions;

/// <summary>Somebody who judges resources.</summary>
internal interface IOpinion
{
    /// <summary>Judges a resource.</summary>
    /// <param name="json">The resource as JSON, in UTF-8; against the definition of its type, and the profiles that it claims.</param>
    Verdict Judge(ReadOnlyMemory<byte> json);
}
