using System.Globalization;
using FhirMsc.Artifacts.Citations;
using FhirMsc.Artifacts.Writing;
using FhirMsc.Content.References;

namespace FhirMsc.Artifacts.Releases.R4B;

/// <summary>R4B's <c>Citation</c>: codes in THO, publication data in <c>periodicRelease</c>, contributors by name.</summary>
internal sealed class R4BCitationForms : ICitationForms
{
    /// <inheritdoc/>
    public Element Concept(string codeSystem, string code, string display) => Datatypes.Concept($"http://terminology.hl7.org/CodeSystem/{codeSystem}", code, display);

    /// <inheritdoc/>
    public Element PublicationForm(Reference reference, Element publishedIn) => new()
    {
        { "publishedIn", publishedIn },
        {
            "periodicRelease",
            new Element
            {
                { "volume", reference.Volume },
                { "issue", reference.Issue },
                { "dateOfPublication", new Element { { "year", reference.Year?.ToString(CultureInfo.InvariantCulture) } } },
            }
        },
        { "pageString", reference.Pages },
    };

    /// <inheritdoc/>
    public Element WebLocation(string url, bool isAbstract) => new()
    {
        { "type", isAbstract ? Concept("article-url-type", "abstract", "Abstract") : Concept("article-url-type", "webpage", "Webpage") },
        { "url", url },
    };

    /// <inheritdoc/>
    public Element Entry(string name, int number, bool isOrganization) => new()
    {
        { "name", isOrganization ? null : new Element { { "text", name } } },
        { "collectiveName", isOrganization ? name : null },
        { "listOrder", number },
    };

    /// <inheritdoc/>
    public IEnumerable<Element> Contained(IReadOnlyList<string> names, bool areOrganizations) => [];
}
