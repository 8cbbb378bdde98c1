using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Validation.Schemas;
using FhirMsc.Fhir.Validation.Walks;

namespace FhirMsc.Fhir.Validation.Rules;

/// <summary><c>ElementDefinition.type</c> beyond what the type's own definition says: fewer types of a choice, and profiles on types, one of which the value must conform to.</summary>
internal sealed class AllowedTypesRule(IReadOnlyList<TypeReference> types, string? profile, string id) : IElementRule
{
    public static IEnumerable<IElementRule> Build(RuleSource source)
    {
        var types = source.Types;
        var narrows = types.Any(type => type.Profiles.Count > 0) || (source.Profile is not null && types.Count > 0);
        if (narrows && !source.IsKnown(known => AreSame(known.Types, types)))
        {
            yield return new AllowedTypesRule(types, source.Profile, source.Element.Id);
        }
    }

    public void Check(Node node, TypeSchema type, ValidationRun run)
    {
        var isAllowed = false;
        List<string>? profiles = null;
        foreach (var allowed in types)
        {
            if (!type.Fits(allowed.TypeName) && !(allowed.IsSystemType && type.Is(allowed.TypeName)))
            {
                continue;
            }

            isAllowed = true;
            if (allowed.Profiles.Count == 0)
            {
                return;
            }

            (profiles ??= []).AddRange(allowed.Profiles);
        }

        if (!isAllowed)
        {
            run.Sink.Report(ProfileIssues.TypeNotAllowed, Severity.Error, node, profile, id, null, node.Name, type.Name, string.Join(", ", types.Select(allowed => allowed.TypeName).Distinct()));
        }
        else if (profiles is [var only])
        {
            // An extension is checked against its definition wherever it stands.
            if (type.Name != "Extension" || node.Child("url").Text != CanonicalVersion.Split(only).Url)
            {
                Check(node, type, only, run);
            }
        }
        else if (profiles is not null)
        {
            CheckAny(node, type, profiles, run);
        }
    }

    public override string ToString() => $"type {string.Join(" | ", types.Select(Show))}";

    private static string Show(TypeReference type) => type.Profiles.Count == 0 ? type.TypeName : $"{type.TypeName}({string.Join(" | ", type.Profiles)})";

    private static bool AreSame(IReadOnlyList<TypeReference> left, IReadOnlyList<TypeReference> right) =>
        left.Count == right.Count && left.Zip(right).All(pair => pair.First.TypeName == pair.Second.TypeName && pair.First.Profiles.SequenceEqual(pair.Second.Profiles));

    private void Check(Node node, TypeSchema type, string canonical, ValidationRun run)
    {
        if (!ProfileWalk.Check(node, type, canonical, run))
        {
            run.Sink.Report(ProfileIssues.Unknown, run.Settings.UnknownProfile, node, profile, id, null, canonical);
        }
    }

    private void CheckAny(Node node, TypeSchema type, List<string> profiles, ValidationRun run)
    {
        string? first = null;
        foreach (var candidate in profiles)
        {
            var mark = run.Sink.Count;
            Check(node, type, candidate, run);
            var fits = !run.Sink.HasErrorSince(mark);
            first ??= run.Sink.ErrorsSince(mark).FirstOrDefault();
            run.Sink.Drop(mark);
            if (fits)
            {
                return;
            }
        }

        run.Sink.Report(ProfileIssues.NoProfileFits, Severity.Error, node, profile, id, null, node.Name, string.Join(", ", profiles), first);
    }
}
