using System.Globalization;
using FhirMsc.Content.Studies;

namespace FhirMsc.Artifacts.Metadata;

/// <summary>Studies in words, for tables and descriptions.</summary>
internal static class StudyWords
{
    /// <summary>How many took part. A sum of arms is called a sum, because it is not printed.</summary>
    public static string Participants(Study study)
    {
        var arms = string.Join("; ", study.Arms.Select(arm => arm.Count is { } count ? $"{arm.Name}: {Number(count)}" : arm.Name));
        return (study.Enrolled, study.ArmTotal) switch
        {
            ({ } enrolled, _) => arms.Length == 0 ? Number(enrolled) : $"{Number(enrolled)} ({arms})",
            (_, { } sum) => $"{arms} (sum {Number(sum)})",
            _ => arms,
        };
    }

    /// <summary>What the participants of an arm got, and how many they were.</summary>
    public static string Describe(Arm arm)
    {
        var parts = arm.Subgroups.Select(part => $"{Number(part.Count)} {part.Text}").ToList();
        var count = arm.Count is { } n ? $" ({Number(n)} participants{(parts.Count > 0 ? $": {string.Join(", ", parts)}" : string.Empty)})" : string.Empty;
        return $"{arm.Intervention.TrimEnd()}{count}";
    }

    /// <summary>Design, allocation and masking.</summary>
    public static string Describe(StudyDesign design)
    {
        var words = new[] { Labelled("Allocation", Words.Of(design.Allocation)), Labelled("Masking", Words.Of(design.Masking)) }.OfType<string>();
        return string.Join(" ", words.Prepend(design.Text.TrimEnd()));
    }

    /// <summary>An endpoint with its time frame.</summary>
    public static string Describe(Endpoint endpoint) => Describe(endpoint.TimeFrame) is { } time ? $"{endpoint.Text.TrimEnd()} ({time})" : endpoint.Text;

    /// <summary>A time frame, e.g. <c>31 d after infusion</c>.</summary>
    public static string? Describe(TimeFrame? frame) => frame is null ? null : $"{frame.Value} {frame.Unit}{(frame.After is null ? string.Empty : $" after {frame.After}")}";

    /// <summary>What was found, each sentence once: outcomes may share one.</summary>
    public static string Findings(Study study) => string.Join(" ", study.Outcomes.Select(outcome => outcome.Finding.Trim()).Distinct());

    /// <summary>The figures of an outcome, one line each.</summary>
    public static IEnumerable<IReadOnlyList<string?>> Figures(Study study, Outcome outcome) =>
    [
        .. outcome.Results.Select(IReadOnlyList<string?> (result) =>
        [
            study.Arms.First(arm => arm.Id == result.Arm).Name,
            result.Category ?? outcome.Title,
            result.Of is { } of ? $"{Number(result.Affected)} of {Number(of)}" : Number(result.Affected),
            result.Percentage is { } percentage ? $"{percentage} %" : null,
            result.Implied ? "follows from the text, not printed" : null,
        ]),
        .. outcome.Effects.Select(IReadOnlyList<string?> (effect) =>
        [
            effect.ComparedArm is null || effect.ReferenceArm is null ? "orientation not stated" : $"{Arm(study, effect.ComparedArm)} compared with {Arm(study, effect.ReferenceArm)}",
            Words.Of(effect.Measure),
            $"{effect.Value}{(effect.Unit is null ? string.Empty : $" {effect.Unit}")}",
            effect.Interval is { } interval ? $"{interval.Level} % CI {interval.Low} to {interval.High}" : null,
            effect.PValue is { } p ? $"P {p}" : null,
        ]),
    ];

    /// <summary>A whole number in digits.</summary>
    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Labelled(string label, string? word) => word is null ? null : $"{label}: {word}.";

    private static string Arm(Study study, string id) => study.Arms.First(arm => arm.Id == id).Name;
}
