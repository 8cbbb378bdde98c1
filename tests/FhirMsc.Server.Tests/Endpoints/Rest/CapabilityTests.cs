using System.Text.Json;
using System.Text.RegularExpressions;

namespace FhirMsc.Server.Tests.Endpoints.Rest;

public partial class CapabilityTests(RestServer server) : IClassFixture<RestServer>
{
    /// <summary>A value that parameters of each kind take.</summary>
    private static readonly Dictionary<string, string> Values = new()
    {
        ["token"] = "http://example.org|x,y",
        ["string"] = "covid",
        ["uri"] = "http://example.org/x",
        ["reference"] = "Library/x",
        ["date"] = "ge2020-01",
        ["number"] = "le5.4",
        ["quantity"] = "5.4||mg",
        ["special"] = "covid",
        ["words"] = "covid",
    };

    /// <summary>What standard operations need; those that are not listed need nothing.</summary>
    private static readonly Dictionary<string, string> Needs = new()
    {
        ["apply"] = "?subject=Patient/p1",
        ["translate"] = "?code=x&system=http://example.org",
        ["validate-code"] = "?code=active",
    };

    [Theory]
    [InlineData("/fhir", 15)]
    [InlineData("/fhir/r4b", 15)]
    [InlineData("/fhir/r5", 15)]
    public async Task Everything_that_the_statement_promises_works(string root, int leastTypes)
    {
        var statement = await server.GetAsync($"{root}/metadata");

        var rest = Assert.Single(statement.GetProperty("rest").EnumerateArray());
        var resources = rest.GetProperty("resource").EnumerateArray().Where(resource => resource.GetProperty("type").GetString() != "OperationDefinition").ToList();
        Assert.InRange(resources.Count, leastTypes - 3, 20);
        foreach (var resource in resources)
        {
            await TryTypeAsync(root, resource);
        }

        foreach (var format in statement.GetProperty("format").EnumerateArray())
        {
            await server.GetAsync($"{root}/metadata?_format={Uri.EscapeDataString(format.GetString()!)}");
        }

        foreach (var operation in rest.GetProperty("operation").EnumerateArray())
        {
            await server.GetAsync($"{root}/${operation.GetProperty("name").GetString()}");
            await TryDefinitionAsync(operation);
        }
    }

    private async Task TryTypeAsync(string root, JsonElement resource)
    {
        var type = resource.GetProperty("type").GetString()!;
        var found = await server.GetAsync($"{root}/{type}");
        var first = found.GetProperty("entry")[0].GetProperty("resource");
        var id = first.GetProperty("id").GetString();
        using var read = await server.Client.GetAsync($"{root}/{type}/{id}");
        await RestServer.ReadAsync(read, 200, type);
        await server.GetAsync($"{root}/{type}/{id}/_history/{read.Headers.ETag!.Tag.Trim('"')}");
        foreach (var parameter in resource.GetProperty("searchParam").EnumerateArray())
        {
            var (name, kind) = (parameter.GetProperty("name").GetString()!, parameter.GetProperty("type").GetString()!);
            var documentation = parameter.GetProperty("documentation").GetString()!;
            var value = Uri.EscapeDataString(kind == "composite" ? string.Join('$', Parts().Match(documentation).Groups[1].Value.Split(", ").Select(part => Values[part].Split(',')[0])) : Values[kind]);
            var isText = documentation.EndsWith("No modifiers.", StringComparison.Ordinal);
            await server.GetAsync($"{root}/{type}?{name}={value}{(isText ? string.Empty : $"&{name}:missing=false")}{(isText || kind == "composite" ? string.Empty : $"&_sort=-{name}")}");
            foreach (var modifier in documentation.Split("Modifiers:")[^1].Split(':', StringSplitOptions.TrimEntries).Skip(isText ? 2 : 1).Select(text => text.Trim('.', ',', ' ')))
            {
                await server.GetAsync($"{root}/{type}?_summary=count&{name}:{modifier}={(modifier == "missing" ? "true" : value)}");
            }
        }

        foreach (var (member, parameter) in new[] { ("searchInclude", "_include"), ("searchRevInclude", "_revinclude") })
        {
            if (resource.TryGetProperty(member, out var list) && list.GetArrayLength() > 0)
            {
                await server.GetAsync($"{root}/{type}?_count=2&{string.Join('&', list.EnumerateArray().Select(value => $"{parameter}={value.GetString()}"))}");
            }
        }

        foreach (var operation in resource.GetProperty("operation").EnumerateArray())
        {
            await TryOperationAsync($"{root}/{type}/{id}", operation);
        }
    }

    /// <summary>Operations are tried on a resource; <c>$lookup</c> has no place there. A refusal because something cannot be told is an answer, not a broken promise.</summary>
    private async Task TryOperationAsync(string instance, JsonElement operation)
    {
        var name = operation.GetProperty("name").GetString()!;
        var path = name == "lookup"
            ? $"{instance[..instance.LastIndexOf('/')]}/$lookup?system=http://hl7.org/fhir/publication-status&code=active"
            : $"{instance}/${name}{Needs.GetValueOrDefault(name)}";
        using var response = await server.Client.GetAsync(path);
        await RestServer.ReadAsync(response, name is "expand" or "validate-code" && (int)response.StatusCode == 422 ? 422 : 200, path);
        await TryDefinitionAsync(operation);
    }

    private async Task TryDefinitionAsync(JsonElement operation)
    {
        var definition = operation.GetProperty("definition").GetString()!;
        if (definition.StartsWith(server.Client.BaseAddress!.ToString(), StringComparison.Ordinal))
        {
            Assert.Equal(operation.GetProperty("name").GetString(), (await server.GetAsync(definition)).GetProperty("code").GetString());
        }
        else
        {
            Assert.StartsWith("http://hl7.org/fhir/OperationDefinition/", definition, StringComparison.Ordinal);
        }
    }

    [GeneratedRegex(@"between: ([^.]+)\.")]
    private static partial Regex Parts();
}
