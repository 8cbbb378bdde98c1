using FhirMsc.Artifacts.Writing;
using FhirMsc.Content.References;

namespace FhirMsc.Artifacts.Citations;

/// <summary>What differs inside <c>Citation</c> between the releases that have it.</summary>
internal interface ICitationForms
{
    /// <summary>A concept of one of the code systems made for citations, which moved between releases.</summary>
    Element Concept(string codeSystem, string code, string display);

    /// <summary>Where and when a reference was published.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="publishedIn">Its container.</param>
    Element PublicationForm(Reference reference, Element publishedIn);

    /// <summary>A web address: of the abstract, or of the thing itself.</summary>
    Element WebLocation(string url, bool isAbstract);

    /// <summary>A contributor.</summary>
    /// <param name="name">Name as printed.</param>
    /// <param name="number">Place in the list, from 1.</param>
    /// <param name="isOrganization">Whether it is no person.</param>
    Element Entry(string name, int number, bool isOrganization);

    /// <summary>Resources that the entries refer to.</summary>
    IEnumerable<Element> Contained(IReadOnlyList<string> names, bool areOrganizations);
}
