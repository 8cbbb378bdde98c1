using FhirMsc.Content.Vocabulary;

namespace FhirMsc.Content.Reading.Checks;

/// <summary>Codes of published systems have right check digits and may be published.</summary>
internal sealed class CodeCheck : IContentCheck
{
    private const string Snomed = "http://snomed.info/sct";
    private const string Loinc = "http://loinc.org";

    /// <summary>Code systems whose terms allow no redistribution in content.</summary>
    private static readonly string[] Closed = ["http://www.ama-assn.org/go/cpt"];

    /// <inheritdoc/>
    public void Check(Guideline guideline, Report report)
    {
        if (guideline.Focus is { } focus)
            Code(focus.System, focus.Code, "focus.code", report);
        foreach (var group in guideline.Terminology.ValueSets.SelectMany(set => set.Groups))
        {
            Terms(group, report);
            foreach (var concept in group.Concepts)
                Code(group.System, concept.Code, concept.Origin.Path, report);
        }

        foreach (var mapping in guideline.Terminology.CodeSystems.SelectMany(system => system.Concepts).SelectMany(concept => concept.Mappings))
        {
            if (mapping.Mapping.Code is { } code)
                Code(mapping.System, code, mapping.Origin.Path + ".code", report);
        }
    }

    private static void Terms(ValueSetGroup group, Report report)
    {
        if (group.System is { } closed && Closed.Contains(closed))
            report.Add(ContentFactIssues.MayNotPublish, group.Origin.Path + ".system", closed);
        if (group is { System: Snomed or Loinc, Licence: null })
            report.Add(ContentFactIssues.LicenceNeeded, group.Origin.Path, group.System);
    }

    private static void Code(string? system, string code, string path, Report report)
    {
        if (system == Loinc && !Identifiers.IsLoinc(code))
            report.Add(ContentFactIssues.LoincCheckDigit, path, code);
        if (system != Snomed)
            return;
        if (!Identifiers.IsSctId(code))
            report.Add(ContentFactIssues.SnomedCheckDigit, path, code);
        else if (!Identifiers.IsSctConcept(code))
            report.Add(ContentFactIssues.SnomedPartition, path, code);
    }
}
