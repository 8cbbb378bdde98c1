using System.Text.RegularExpressions;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Hooks.Discovery;

/// <summary>Checks that clients can call a service: its id, its hook, and that its prefetch templates say only what clients can resolve.</summary>
internal static partial class ServiceCheck
{
    /// <summary>The user tokens (https://cds-hooks.hl7.org/2.0/#prefetch-tokens).</summary>
    private static readonly string[] UserTokens = ["userPractitionerId", "userPractitionerRoleId", "userPatientId", "userRelatedPersonId"];

    /// <summary>Checks one service and reports everything.</summary>
    public static IEnumerable<Issue> Check(ServiceDescription service)
    {
        if (!ServiceId().IsMatch(service.Id))
        {
            yield return HookIssues.ServiceId.At(service.Id, null, service.Id);
        }

        if (HookKinds.Find(service.Hook) is not { } hook)
        {
            yield return HookIssues.UnknownHook.At(service.Id, null, service.Id, service.Hook, string.Join(", ", HookKinds.All.Select(kind => kind.Name)));
            yield break;
        }

        foreach (var key in service.Inputs.Where(input => input.Query is not null).CountBy(input => input.Id).Where(key => key.Value > 1))
        {
            yield return HookIssues.Template.At($"{service.Id}.{key.Key}", null, key.Key, service.Id, "a prefetch key has one template, and this one has several");
        }

        foreach (var input in service.Inputs)
        {
            foreach (var fault in input.Query is { } template ? Faults(template, hook) : [])
            {
                yield return HookIssues.Template.At($"{service.Id}.{input.Id}", null, input.Query, service.Id, fault);
            }
        }
    }

    private static IEnumerable<string> Faults(string template, HookKind hook)
    {
        // "The prefetch template is a FHIR read or type level search"; a user's reference already is Type/id.
        if (!ReadOrSearch().IsMatch(template))
        {
            yield return "it is neither a read (Type/id) nor a search (Type?parameters), relative to the server";
        }

        foreach (Match match in Token().Matches(template))
        {
            var token = match.Groups["token"].Value;
            if (UserTokens.Contains(token))
            {
                continue;
            }

            var field = token.StartsWith("context.", StringComparison.Ordinal) ? hook.Field(token["context.".Length..]) : null;
            if (field is null)
            {
                yield return $"the hook {hook.Name} has no '{token}'";
            }
            else if (!field.PrefetchToken)
            {
                yield return $"'{token}' is no prefetch token of the hook {hook.Name}";
            }
            else if (field.Name == "userId" && template != "{{context.userId}}")
            {
                yield return "context.userId holds type and id, so it can only stand alone";
            }
        }

        var rest = Token().Replace(template, string.Empty);
        if (rest.Contains("{{", StringComparison.Ordinal) || rest.Contains("}}", StringComparison.Ordinal))
        {
            yield return "a token is {{name}}, without blanks";
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9\-.]{1,64}\z")]
    private static partial Regex ServiceId();

    [GeneratedRegex(@"^([A-Z][A-Za-z]+(/[^/?]+|\?.+)|\{\{context\.userId\}\})\z")]
    private static partial Regex ReadOrSearch();

    [GeneratedRegex(@"\{\{(?<token>[A-Za-z]+(\.[A-Za-z]+)*)\}\}")]
    private static partial Regex Token();
}
