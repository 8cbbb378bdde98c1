using FhirMsc.Fhir.FhirPath.Ports;

namespace FhirMsc.Decisions.Sites;

/// <summary>
/// The published value sets, seen through the eyes of a site. What the site ignores is in no value set. What the site maps counts as the concept that it is
/// mapped to, besides what it is itself; what may mean it, only in value sets for review. Anything else is as published.
/// </summary>
internal sealed class SiteTerminology(ITerminologyPort published, SiteMap site) : ITerminologyPort
{
    /// <inheritdoc/>
    public Answer IsMember(CodedValue code, string valueSet) => IsMember(code, valueSet, other => published.IsMember(other, valueSet));

    /// <inheritdoc/>
    public Func<CodedValue, Answer>? MembersOf(string valueSet) => published.MembersOf(valueSet) is { } isPublished ? code => IsMember(code, valueSet, isPublished) : null;

    /// <inheritdoc/>
    public Answer Subsumes(CodedValue general, CodedValue specific) => published.Subsumes(general, specific);

    private Answer IsMember(CodedValue code, string valueSet, Func<CodedValue, Answer> isPublished)
    {
        if (code.System is null)
        {
            return isPublished(code);
        }

        var system = SystemNames.Plain(code.System);
        var plain = code with { System = system, Code = SystemNames.ListedIn(system, code.Code) };
        if (site.Find(code.System, code.Code) is not { } local)
        {
            return isPublished(plain);
        }

        if (local.Use == SiteCodeUse.Ignore)
        {
            return Answer.No;
        }

        var itself = isPublished(plain);
        if (local.Use == SiteCodeUse.Review && !SiteMap.IsForReview(valueSet))
        {
            return itself;
        }

        return itself == Answer.Yes ? Answer.Yes : isPublished(new CodedValue(local.ConceptSystem, local.Concept!));
    }
}
