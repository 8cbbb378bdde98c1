using FhirMsc.Fhir.FhirPath.Ports;

namespace FhirMsc.Decisions.Sites;

/// <summary>
/// The published value sets, seen through the eyes of a site. What the site ignores is in no value set. What the site maps counts as the concept that it is
/// mapped to, besides what it is itself; what may mean it, only in value sets for review. Anything else is as published.
/// </summary>
internal sealed class SiteTerminology(ITerminologyPort published, SiteMap site) : ITerminologyPort
{
    /// <inheritdoc/>
    public Answer IsMember(CodedValue code, string valueSet)
    {
        if (code.System is null)
        {
            return published.IsMember(code, valueSet);
        }

        var system = SystemNames.Plain(code.System);
        var plain = code with { System = system, Code = SystemNames.ListedIn(system, code.Code) };
        if (site.Find(code.System, code.Code) is not { } local)
        {
            return published.IsMember(plain, valueSet);
        }

        if (local.Use == SiteCodeUse.Ignore)
        {
            return Answer.No;
        }

        var itself = published.IsMember(plain, valueSet);
        if (local.Use == SiteCodeUse.Review && !SiteMap.IsForReview(valueSet))
        {
            return itself;
        }

        return itself == Answer.Yes ? Answer.Yes : published.IsMember(new CodedValue(local.ConceptSystem, local.Concept!), valueSet);
    }

    /// <inheritdoc/>
    public Answer Subsumes(CodedValue general, CodedValue specific) => published.Subsumes(general, specific);
}
