using System.Globalization;
using FhirMsc.Artifacts.Citations;
using FhirMsc.Artifacts.Writing;
using FhirMsc.Content.References;

namespace FhirMsc.Artifacts.Releases.R5;

/// <summary>R5's <c>Citation</c>, which R4 carries too, as extensions: flat publication data, contributors as contained resources.</summary>
internal sealed class R5CitationForms : ICitationForms
{
    /// <inheritdoc/>
    public Element Concept(string codeSystem, string code, string display) => Datatypes.Concept($"http://hl7.org/fhir/{codeSystem}", code, display);

    /// <inheritdoc/>
    public Element PublicationForm(Reference reference, Element publishedIn) => new()
    {
        { "publishedIn", publishedIn },
        { "volume", reference.Volume },
        { "issue", reference.Issue },
        { "articleDate", reference.Year?.ToString(CultureInfo.InvariantCulture) },
        { "pageString", reference.Pages },
    };

    /// <inheritdoc/>
    public Element WebLocation(string url, bool isAbstract) => new()
    {
        { "classifier", [isAbstract ? Concept("artifact-url-classifier", "abstract", "Abstract") : Concept("artifact-url-classifier", "webpage", "Webpage")] },
        { "url", url },
    };

    /// <inheritdoc/>
    public Element Entry(string name, int number, bool isOrganization) => new()
    {
        { "contributor", Datatypes.Reference($"#{IdOf(number)}") },
        { "rankingOrder", number },
    };

    /// <inheritdoc/>
    public IEnumerable<Element> Contained(IReadOnlyList<string> names, bool areOrganizations) => names.Select((name, i) => areOrganizations
        ? new Element { { "resourceType", "Organization" }, { "id", IdOf(i + 1) }, { "name", name } }
        : new Element { { "resourceType", "Practitioner" }, { "id", IdOf(i + 1) }, { "name", [new Element { { "text", name } }] } });

    private static string IdOf(int number) => string.Create(CultureInfo.InvariantCulture, $"contributor-{number}");
}
