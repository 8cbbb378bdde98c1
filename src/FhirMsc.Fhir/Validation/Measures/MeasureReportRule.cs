using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Validation.Rules;

namespace FhirMsc.Fhir.Validation.Measures;

/// <summary>A MeasureReport reports the groups and populations of its Measure, and subjects only where its type lists them (https://hl7.org/fhir/R4/measurereport.html).</summary>
internal sealed class MeasureReportRule : ITypeRule
{
    /// <inheritdoc/>
    public string TypeName => "MeasureReport";

    /// <inheritdoc/>
    public void Check(in RuleContext context, IssueSink sink)
    {
        var report = context.Node;
        foreach (var group in report.ChildrenNamed("group"))
        {
            Subjects(report.Child("type").Text, group, sink);
        }

        if (report.Child("measure").Text is not { } canonical)
        {
            return;
        }

        var measure = context.Run.Resolve(report, canonical);
        if (!measure.Exists || measure.ResourceType != "Measure")
        {
            sink.Report(MeasureIssues.NoMeasure, report.Child("measure"), canonical);
        }
        else if (report.Child("status").Text == "complete")
        {
            Groups(report, measure, sink);
        }
    }

    /// <summary>MeasureReport.group.population.subjectResults and count, by the type of the report.</summary>
    private static void Subjects(string? type, Node group, IssueSink sink)
    {
        foreach (var population in group.ChildrenNamed("population"))
        {
            if (type is not null and not "subject-list" && population.Child("subjectResults").Exists)
            {
                sink.Report(MeasureIssues.SubjectList, population, type);
            }
            else if (type == "subject-list" && !population.Child("subjectResults").Exists)
            {
                sink.Report(MeasureIssues.NoSubjectList, population);
            }

            if (type is not null and not "subject-list" && !population.Child("count").Exists)
            {
                sink.Report(MeasureIssues.NoCount, population, type);
            }
        }
    }

    private static void Groups(Node report, Node measure, IssueSink sink)
    {
        var (reported, defined) = (report.ChildrenNamed("group").ToList(), measure.ChildrenNamed("group").ToList());
        var isCohort = measure.Child("scoring").ChildrenIfAny("coding").Any(coding => coding.Child("code").Text == "cohort");
        if (defined.Count == 0)
        {
            return;
        }

        // A measure with one group, and a report with one: nothing else can be meant, so codes are needed only if both have one.
        if (reported.Count == 1 && defined.Count == 1 && (!reported[0].Child("code").Exists || !defined[0].Child("code").Exists))
        {
            Group(reported[0], defined[0], isCohort, sink);
            return;
        }

        var met = new HashSet<int>();
        foreach (var group in reported)
        {
            var match = defined.Find(other => SameCode(group.Child("code"), other.Child("code")));
            if (!match.Exists)
            {
                sink.Report(MeasureIssues.UnknownGroup, group, group.Child("code").Exists ? string.Empty : ": it has none");
            }
            else if (!met.Add(match.Index))
            {
                sink.Report(MeasureIssues.DuplicateGroup, group, Words(match.Child("code")));
            }
            else
            {
                Group(group, match, isCohort, sink);
            }
        }

        foreach (var missing in defined.Where(group => !met.Contains(group.Index)))
        {
            sink.Report(MeasureIssues.MissingGroup, report, Words(missing.Child("code")));
        }
    }

    private static void Group(Node group, Node defined, bool isCohort, IssueSink sink)
    {
        if (isCohort && group.Child("measureScore").Exists)
        {
            sink.Report(MeasureIssues.CohortScore, group.Child("measureScore"));
        }

        Parts(group, defined, "population", isRequired: true, sink);
        Parts(group, defined, "stratifier", isRequired: false, sink);
    }

    private static void Parts(Node group, Node defined, string name, bool isRequired, IssueSink sink)
    {
        var (reported, due) = (group.ChildrenNamed(name).ToList(), defined.ChildrenNamed(name).ToList());
        foreach (var part in reported)
        {
            if (HasCode(part) && due.Count > 0 && due.TrueForAll(HasCode) && !due.Exists(other => SameCode(part.Child("code"), other.Child("code"))))
            {
                sink.Report(MeasureIssues.UnknownPart, part, name);
            }
        }

        foreach (var other in due.Where(other => isRequired && HasCode(other) && reported.TrueForAll(HasCode)))
        {
            if (!reported.Exists(part => SameCode(part.Child("code"), other.Child("code"))))
            {
                sink.Report(MeasureIssues.MissingPart, group, name, Words(other.Child("code")));
            }
        }
    }

    private static bool HasCode(Node part) => part.Child("code").ChildrenIfAny("coding").Any() || part.Child("code").Child("text").Exists;

    /// <summary>Whether two CodeableConcepts have a coding in common; a side that states no system fits any.</summary>
    private static bool SameCode(Node left, Node right) =>
        left.ChildrenIfAny("coding").Any(one => right.ChildrenIfAny("coding").Any(other =>
            one.Child("code").Text is { } code && code == other.Child("code").Text && (one.Child("system").Text is not { } system || other.Child("system").Text is not { } due || system == due)))
        || (left.Child("text").Text is { } text && text == right.Child("text").Text);

    private static string Words(Node code) =>
        code.ChildrenIfAny("coding").Select(coding => coding.Child("code").Text).FirstOrDefault(text => text is not null) is { } found ? $"'{found}'" : code.Child("text").Text is { } words ? $"'{words}'" : "without code";
}
