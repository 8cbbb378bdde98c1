using System.Text.RegularExpressions;
using FhirMsc.Hooks.Requests;

namespace FhirMsc.Hooks.Fetching;

/// <summary>Fills the tokens of a prefetch template from the context of a call (https://cds-hooks.hl7.org/2.0/#prefetch-tokens).</summary>
internal static partial class TemplateQuery
{
    private static readonly Dictionary<string, string> UserTypes = new(StringComparer.Ordinal)
    {
        ["userPractitionerId"] = "Practitioner",
        ["userPractitionerRoleId"] = "PractitionerRole",
        ["userPatientId"] = "Patient",
        ["userRelatedPersonId"] = "RelatedPerson",
    };

    /// <summary>The address of a template's data.</summary>
    /// <param name="template">The template.</param>
    /// <param name="request">The call.</param>
    /// <param name="server">Base URL.</param>
    /// <returns>The address; <see langword="null"/> if the call does not have what a token names.</returns>
    public static Uri? Fill(string template, HookRequest request, Uri server)
    {
        var missing = false;
        var filled = Token().Replace(template, match =>
        {
            var value = Value(match.Groups[1].Value, request);
            missing |= value is null;

            // context.userId is a whole reference; everything else is one value.
            return match.Groups[1].Value == "context.userId" ? value ?? string.Empty : Uri.EscapeDataString(value ?? string.Empty);
        });
        return !missing && Uri.TryCreate($"{server.AbsoluteUri.TrimEnd('/')}/{filled.Replace("|", "%7C", StringComparison.Ordinal)}", UriKind.Absolute, out var url) ? url : null;
    }

    private static string? Value(string token, HookRequest request) => token switch
    {
        "context.patientId" => request.PatientId,
        "context.encounterId" => request.EncounterId,
        "context.userId" => request.UserId,
        _ when UserTypes.TryGetValue(token, out var type) && request.UserId.StartsWith(type + "/", StringComparison.Ordinal) => request.UserId[(type.Length + 1)..],
        _ => null,
    };

    [GeneratedRegex(@"\{\{([A-Za-z.]+)\}\}")]
    private static partial Regex Token();
}
