using Microsoft.AspNetCore.Http;

namespace FhirMsc.Server.Endpoints;

/// <summary>Reads from a request which form of explanation it asks for: <c>?explain</c>, <c>?explain=json</c>, <c>?explain=text</c>.</summary>
internal static class ExplanationForms
{
    /// <summary>The form.</summary>
    public static ExplanationForm Asked(HttpRequest request)
    {
        if (!request.QueryString.HasValue || !request.Query.TryGetValue("explain", out var value))
        {
            return ExplanationForm.None;
        }

        return value.ToString() switch
        {
            "text" => ExplanationForm.Text,
            "false" or "no" or "0" => ExplanationForm.None,
            _ => ExplanationForm.Json,
        };
    }
}
