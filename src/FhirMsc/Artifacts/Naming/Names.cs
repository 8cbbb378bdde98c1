using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FhirMsc.Content;
using FhirMsc.Content.Cards;
using FhirMsc.Content.Findings;
using FhirMsc.Content.Ratings;
using FhirMsc.Content.Recommendations;
using FhirMsc.Content.References;
using FhirMsc.Content.Studies;
using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Artifacts.Naming;

/// <summary>
/// The ids, canonical URLs and computer names of everything that is made from one guideline. They depend on the content's own ids only, so they are the
/// same in every release and in every run.
/// </summary>
internal sealed class Names(Guideline guideline)
{
    /// <summary>Longest <c>id</c> that FHIR allows.</summary>
    private const int LongestId = 64;

    /// <summary>Id of what stands for the guideline as a whole: its strategy and its page.</summary>
    public string Whole => Id();

    /// <summary>Id of the library with the logic.</summary>
    public string Logic => Id("logic");

    /// <summary>Id of the library that lists everything.</summary>
    public string Manifest => Id("manifest");

    /// <summary>Version of everything except the code systems of rating schemes, which have their scheme's.</summary>
    public string Version => guideline.Version;

    /// <summary>Id of what a recommendation becomes, and of the group of those it is for.</summary>
    public string Of(Recommendation recommendation) => Id(recommendation.Id);

    /// <summary>Id of the activity of telling people a recommendation.</summary>
    public string Inform(Recommendation recommendation) => Id(recommendation.Id, "inform");

    /// <summary>Id of the activity of not ordering what a recommendation is against.</summary>
    public string DoNotOrder(Recommendation recommendation, string orderType) => Id(recommendation.Id, "not", orderType.ToLowerInvariant());

    /// <summary>Id of a study and of the group of all who took part.</summary>
    public string Of(Study study) => Id(study.Id);

    /// <summary>Id of the population of a study as a variable.</summary>
    public string Population(Study study) => Id(study.Id, "population");

    /// <summary>Id of the group that the guideline wants to know about when a study looked at another.</summary>
    public string Intended(Study study) => Id(study.Id, "intended");

    /// <summary>Id of an arm as a variable and as a group.</summary>
    public string Of(Study study, Arm arm) => Id(study.Id, arm.Id);

    /// <summary>Id of a part of an arm as a group.</summary>
    /// <param name="study">The study.</param>
    /// <param name="arm">The arm.</param>
    /// <param name="number">Number of the part in the arm, from 1.</param>
    public string Of(Study study, Arm arm, int number) => Id(study.Id, arm.Id, number.ToString(CultureInfo.InvariantCulture));

    /// <summary>Id of a result and of the variable it measures.</summary>
    public string Of(Outcome outcome) => Id(outcome.Id);

    /// <summary>Id of what is said of harms, and of the variable.</summary>
    public string Of(AdverseEffects effects) => Id(effects.Id);

    /// <summary>Id of those who get what harms are told of.</summary>
    public string Population(AdverseEffects effects) => Id(effects.Id, "population");

    /// <summary>Id of a citation.</summary>
    public string Of(Reference reference) => Id(reference.Id);

    /// <summary>Id of the citation of the guideline page itself.</summary>
    public string Source => Id(guideline.Source.Id);

    /// <summary>Id of the concept map of a code system.</summary>
    public static string MapOf(string codeSystem) => Limit($"{codeSystem}-map");

    /// <summary>Id of the plan of a service: the service's own, because clients see it.</summary>
    public static string Of(Service service) => service.Id;

    /// <summary>Id of the code system of an axis of a rating scheme.</summary>
    public static string Of(RatingAxis axis) => axis.CodeSystem;

    /// <summary>Id of the FHIR package of a release (https://confluence.hl7.org/display/FHIR/NPM+Package+Specification): one for each, as no set fits two.</summary>
    public string Package(FhirRelease release) => $"fhirmsc.{guideline.Id}.{release.Name.ToLowerInvariant()}";

    /// <summary>Canonical URL without version.</summary>
    public string Url(string type, string id) => $"{guideline.Canonical}/{type}/{id}";

    /// <summary>Canonical URL with version.</summary>
    public string Canonical(string type, string id) => $"{Url(type, id)}|{Version}";

    /// <summary>Computer name of an id: FHIR's rule is a capital, then letters, digits and underscores.</summary>
    public static string ComputerName(string id)
    {
        var name = new StringBuilder(id.Length);
        foreach (var word in id.Split(['-', '.', '_'], StringSplitOptions.RemoveEmptyEntries))
        {
            name.Append(char.ToUpperInvariant(word[0])).Append(word.AsSpan(1));
        }

        return name.Length > 1 && char.IsAsciiLetter(name[0]) ? name.ToString() : $"Artifact{name}";
    }

    private string Id(params ReadOnlySpan<string> parts)
    {
        var id = new StringBuilder(guideline.Id);
        foreach (var part in parts)
        {
            id.Append('-').Append(part);
        }

        return Limit(id.ToString());
    }

    /// <summary>An id that is too long keeps its start and ends in a digest of the whole, so that it stays unique and stays the same.</summary>
    private static string Limit(string id)
    {
        if (id.Length <= LongestId)
        {
            return id;
        }

        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)).AsSpan(0, 4));
        return $"{id[..(LongestId - digest.Length - 1)]}-{digest}";
    }
}
