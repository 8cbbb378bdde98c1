using FhirMsc.Content.Import.Findings;
using FhirMsc.Content.Import.Pages;
using FhirMsc.Content.Import.Rules;

namespace FhirMsc.Content.Import;

/// <summary>From a page to what was found on it.</summary>
internal static class PageImport
{
    /// <summary>Finds everything, with the rules the tool is delivered with unless others are given.</summary>
    public static PageFindings Find(Page page, PageLimits? limits = null, TimeProvider? clock = null, RuleBook? rules = null) =>
        PageFinder.Find(page, rules ?? RuleBook.Default, limits ?? new PageLimits(), clock ?? TimeProvider.System);
}
