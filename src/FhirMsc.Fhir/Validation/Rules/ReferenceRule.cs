using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Validation.References;
using FhirMsc.Fhir.Validation.Schemas;

namespace FhirMsc.Fhir.Validation.Rules;

/// <summary>What an element asks of the target of a reference (https://hl7.org/fhir/R4/references.html): its type, its profile, where it is, whether a version is named.</summary>
internal sealed class ReferenceRule : IElementRule
{
    private const string CorePrefix = "http://hl7.org/fhir/StructureDefinition/";

    private readonly TypeReference reference;
    private readonly string[] types;
    private readonly string[] profiles;
    private readonly string? profile;
    private readonly string id;

    private ReferenceRule(TypeReference reference, SchemaStore store, string? profile, string id)
    {
        this.reference = reference;
        this.profile = profile;
        this.id = id;
        var targets = reference.TargetProfiles.Select(target => (Target: target, Type: TypeOf(target, store))).ToList();

        // A target profile that is not at hand may be of any type.
        types = targets.Exists(target => target.Type is null or "Resource") ? [] : [.. targets.Select(target => target.Type!).Distinct()];
        profiles = targets.TrueForAll(target => IsPlainType(target.Target)) ? [] : [.. reference.TargetProfiles];
    }

    public static IEnumerable<IElementRule> Build(RuleSource source)
    {
        foreach (var type in source.Types)
        {
            if (type.Code is "Reference" or "CodeableReference" && (type.TargetProfiles.Count > 0 || type.Aggregation != AggregationModes.None || type.Versioning != ReferenceVersioning.Either)
                && !source.IsKnown(known => known.Types.Any(other => AreSame(other, type))))
            {
                yield return new ReferenceRule(type, source.Store, source.Profile, source.Element.Id);
            }
        }
    }

    public void Check(Node node, TypeSchema type, ValidationRun run)
    {
        if (type.Name != reference.Code)
        {
            return;
        }

        var holder = reference.Code == "CodeableReference" ? node.Child("reference") : node;
        var text = holder.Child("reference").Text;
        var target = text is null ? default : run.Targets.Find(holder, text);
        CheckTarget(node, text, holder.Child("type").Text, target, run);
        if (text is null)
        {
            return;
        }

        if (reference.Aggregation != AggregationModes.None && (reference.Aggregation & target.Mode) == 0)
        {
            run.Sink.Report(ReferenceIssues.Aggregation, Severity.Error, node, profile, id, null, text, target.Mode.ToString().ToLowerInvariant(), reference.Aggregation.ToString().ToLowerInvariant());
        }

        var isVersioned = text.Contains("/_history/", StringComparison.Ordinal);
        if (reference.Versioning == ReferenceVersioning.Independent && isVersioned)
        {
            run.Sink.Report(ReferenceIssues.Versioned, Severity.Error, node, profile, id, null, text);
        }
        else if (reference.Versioning == ReferenceVersioning.Specific && !isVersioned)
        {
            run.Sink.Report(ReferenceIssues.NotVersioned, Severity.Error, node, profile, id, null, text);
        }
    }

    public override string ToString() => $"target {string.Join(" | ", reference.TargetProfiles)}";

    private static bool IsPlainType(string target) => target.Length > CorePrefix.Length && target.StartsWith(CorePrefix, StringComparison.Ordinal) && char.IsAsciiLetterUpper(target[CorePrefix.Length]) && !target.AsSpan(CorePrefix.Length).Contains('|');

    private static string? TypeOf(string target, SchemaStore store) =>
        IsPlainType(target) && store.FindType(target) is { } type ? type.Name : store.FindStructure(target)?.Type;

    private static bool AreSame(TypeReference left, TypeReference right) =>
        left.Code == right.Code && left.Aggregation == right.Aggregation && left.Versioning == right.Versioning && left.TargetProfiles.SequenceEqual(right.TargetProfiles);

    private void CheckTarget(Node node, string? text, string? stated, in ReferenceTarget target, ValidationRun run)
    {
        // What the target is, or what the reference says of it: its URL, or Reference.type (https://hl7.org/fhir/R4/references.html#Reference).
        var targetType = target.Node.Exists ? target.Node.ResourceType : text is null ? stated : ReferenceText.TypeIn(text, run.Model) ?? stated;
        if (types.Length > 0 && targetType is not null && run.Store.FindType(targetType) is { } actual && !Array.Exists(types, actual.Is))
        {
            // What only the URL says of a target that nobody has looked at is enough for the type's own definition, but not for a profile.
            var isLookedAt = profile is null || target.Node.Exists || run.Settings.AssumesRestReferences || run.Settings.ReferenceChecking != ReferenceChecking.WhereAtHand;
            run.Sink.Report(ReferenceIssues.WrongType, isLookedAt ? Severity.Error : Severity.Warning, node, profile, id, null, text ?? "identifier", targetType, string.Join(", ", types));
            return;
        }

        if (profiles.Length == 0 || !target.Node.Exists || (target.Mode == AggregationModes.Referenced && run.Settings.ReferenceChecking != ReferenceChecking.MustConform))
        {
            return;
        }

        string? first = null;
        foreach (var candidate in profiles)
        {
            switch (run.Conforms(target.Node, candidate, out var why))
            {
                case true:
                    return;
                case false:
                    first ??= why;
                    break;
                default:
                    run.Sink.Report(ProfileIssues.Unknown, run.Settings.UnknownProfile, node, profile, id, null, candidate);
                    return;
            }
        }

        run.Sink.Report(ReferenceIssues.WrongProfile, Severity.Error, node, profile, id, null, text, string.Join(", ", profiles), first);
    }
}
