using System.Text.Json;

namespace FhirMsc.Server.Tests;

/// <summary>What every body that leaves the server must be like.</summary>
internal static class Bodies
{
    /// <summary>Parses a body and walks it: no null, no "", no [] and no {}, but for <c>cards</c> and <c>services</c> themselves.</summary>
    public static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        var root = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(), new JsonDocumentOptions { AllowDuplicateProperties = false }).RootElement;
        Walk(root, "$");
        return root;
    }

    /// <summary>Checks that a refusal is an OperationOutcome that gives nothing away.</summary>
    /// <param name="response">The refusal.</param>
    /// <param name="status">Its status.</param>
    /// <param name="secrets">What must not be in it.</param>
    public static async Task<JsonElement> ReadRefusalAsync(HttpResponseMessage response, int status, params string[] secrets)
    {
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/fhir+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(["*"], response.Headers.GetValues("Access-Control-Allow-Origin"));
        var text = await response.Content.ReadAsStringAsync();
        Assert.InRange(text.Length, 1, 4_000);
        foreach (var secret in secrets.Append("   at FhirMsc").Append("System."))
        {
            Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase);
        }

        var outcome = await ReadAsync(response);
        Assert.Equal("OperationOutcome", outcome.GetProperty("resourceType").GetString());
        Assert.True(outcome.GetProperty("issue").GetArrayLength() > 0);
        return outcome;
    }

    private static void Walk(JsonElement element, string path)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                Assert.True(element.EnumerateObject().Any(), $"{path} is an empty object");
                foreach (var member in element.EnumerateObject())
                {
                    if (path != "$" || member.Name is not ("cards" or "services") || member.Value.GetArrayLength() > 0)
                    {
                        Walk(member.Value, $"{path}.{member.Name}");
                    }
                }

                break;
            case JsonValueKind.Array:
                Assert.True(element.GetArrayLength() > 0, $"{path} is an empty array");
                foreach (var item in element.EnumerateArray())
                {
                    Walk(item, $"{path}[]");
                }

                break;
            default:
                Assert.True(element.ValueKind != JsonValueKind.Null, $"{path} is null");
                Assert.False(element.ValueKind == JsonValueKind.String && element.GetString()!.Length == 0, $"{path} is an empty string");
                break;
        }
    }
}
