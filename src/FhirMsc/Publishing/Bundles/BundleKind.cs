namespace FhirMsc.Publishing.Bundles;

/// <summary>The codes of <c>bundle-type</c> (https://hl7.org/fhir/R4/valueset-bundle-type.html) that a catalog can be taken home as.</summary>
public enum BundleKind
{
    /// <summary>Everything, without any instruction.</summary>
    Collection,

    /// <summary>Everything, to be created all together: what is there already (same url and version) is left alone.</summary>
    Transaction,

    /// <summary>Everything, to be written one by one under its own id.</summary>
    Batch,

    /// <summary>The page of one guideline and everything it refers to.</summary>
    Document,

    /// <summary>Everything, as the answer to a search.</summary>
    Searchset,
}
