using FhirMsc.Fhir.Packages.Registry;

namespace FhirMsc.Fhir.Tests.Packages;

public class RegistryAddressTests
{
    [Theory]
    [InlineData("http://a", "http://b", "http://c", "registry=http://d", "http://a/")]
    [InlineData(null, "http://b/x", "http://c", "registry=http://d", "http://b/x/")]
    [InlineData(null, "", "http://c", "registry=http://d", "http://c/")]
    [InlineData(null, null, null, "registry = \"https://d/\"", "https://d/")]
    [InlineData(null, null, null, "; registry=http://x", null)]
    [InlineData(null, null, null, "@scope:registry=http://x", null)]
    [InlineData("ftp://a", null, null, "", null)]
    [InlineData("a", "http://b", null, "", null)]
    public void The_nearest_address_is_taken(string? given, string? own, string? npm, string file, string? expected)
    {
        var (address, issue) = RegistryAddress.Find(given, name => name == "FHIRMSC_REGISTRY" ? own : name == "npm_config_registry" ? npm : null, () => [file]);

        Assert.Equal((expected, expected is null), (address?.ToString(), issue is not null));
    }
}
