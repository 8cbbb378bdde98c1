using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.FhirPath.Ports;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.Terminology.Mapping;

/// <summary>Follows concept maps (R4 and R5, ConceptMap <c>$translate</c>).</summary>
internal sealed class ConceptTranslator(IDefinitionSource source)
{
    /// <summary>How many maps may send on to one another.</summary>
    private const int MaxMaps = 8;

    public Translation Translate(string conceptMap, in CodedValue code, string? targetSystem)
    {
        List<TranslationMatch> matches = [];
        List<Issue> issues = [];
        Follow(conceptMap, code, targetSystem, 0, matches, issues);
        return new Translation(matches, issues);
    }

    private void Follow(string conceptMap, in CodedValue code, string? targetSystem, int depth, List<TranslationMatch> matches, List<Issue> issues)
    {
        if (depth >= MaxMaps || source.FindConceptMap(conceptMap) is not { } map)
        {
            issues.Add(TerminologyIssues.UnknownMap.At(string.Empty, null, conceptMap));
            return;
        }

        var isKnown = false;
        foreach (var group in map.Groups)
        {
            // A group without source system maps plain codes of any system.
            if ((code.System is not null && group.Source is not null && group.Source != code.System) || (targetSystem is not null && group.Target is not null && group.Target != targetSystem))
            {
                continue;
            }

            if (group.Elements.TryGetValue(code.Code, out var targets))
            {
                isKnown = true;
                matches.AddRange(targets.Select(target => new TranslationMatch(group.Target, target.Code, target.Display, target.Relationship, target.DependsOn)));
            }
            else if (group.Unmapped is { } unmapped)
            {
                isKnown = true;
                Rest(group, unmapped, code, targetSystem, depth, matches, issues);
            }
        }

        if (!isKnown)
        {
            issues.Add(TerminologyIssues.Unmapped.At(string.Empty, null, conceptMap, code.System is null ? code.Code : $"{code.System}#{code.Code}"));
        }
    }

    private void Rest(ConceptMapGroup group, ConceptMapUnmapped unmapped, in CodedValue code, string? targetSystem, int depth, List<TranslationMatch> matches, List<Issue> issues)
    {
        switch (unmapped.Mode)
        {
            case UnmappedMode.SourceCode:
                matches.Add(new TranslationMatch(group.Target, code.Code, null, unmapped.Relationship, false));
                break;
            case UnmappedMode.Fixed:
                matches.Add(new TranslationMatch(group.Target, unmapped.Code, unmapped.Display, unmapped.Relationship, false));
                break;
            case UnmappedMode.OtherMap when unmapped.OtherMap is { } other:
                Follow(other, code, targetSystem, depth + 1, matches, issues);
                break;
            default:
                issues.Add(TerminologyIssues.UnknownMap.At(string.Empty, null, string.Empty));
                break;
        }
    }
}
