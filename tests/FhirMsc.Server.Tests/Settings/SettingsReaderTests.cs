using System.Net;
using FhirMsc.Server.Settings;
using FhirMsc.Server.Tests.Security;
using Microsoft.Extensions.Configuration;

namespace FhirMsc.Server.Tests.Settings;

public class SettingsReaderTests
{
    [Fact]
    public void Without_settings_the_defaults_are_a_server_for_this_machine_with_a_file_of_state()
    {
        var (settings, issues) = Read();

        Assert.Empty(issues);
        Assert.Equal(IPAddress.Loopback, settings!.Standalone.Address);
        Assert.Equal(5080, settings.Standalone.Port);
        Assert.EndsWith(".db", settings.Standalone.Endpoints.Storage.File, StringComparison.Ordinal);
        Assert.Null(settings.Standalone.Telemetry.Endpoint);
    }

    [Fact]
    public void All_settings_reach_their_place()
    {
        using var signer = new TestSigner();
        var (settings, issues) = Read(
            ("Address", "0.0.0.0"), ("Port", "8080"), ("DrainSeconds", "5"), ("FhirHosts", "https://a.example.org, https://b.example.org"), ("AllowedOrigins:0", "https://ehr.example.org"),
            ("MaxRequestBytes", "1048576"), ("ReadTimeoutSeconds", "10"), ("Explain", "true"), ("Site", "site.json"), ("Cache", "/var/cache/fhirmsc"), ("Watch", "true"), ("LogFormat", "json"),
            ("Storage:Postgres", "Host=db;Username=fhirmsc"), ("Trust:BaseUrl", "https://cds.example.org/msc/"), ("Trust:Algorithms", "ES384"), ("Trust:ClockSkewSeconds", "30"),
            ("Trust:Clients:0:Issuer", "https://ehr.example.org"), ("Trust:Clients:0:KeyUrls:0", "https://ehr.example.org/jwks"), ("Trust:Clients:1:Issuer", "b"), ("Trust:Clients:1:Keys", signer.Keys),
            ("Telemetry:Endpoint", "http://localhost:4318"), ("PublishTo", "https://fhir.example.org/r4"));

        Assert.Empty(issues);
        var (standalone, endpoints) = (settings!.Standalone, settings.Standalone.Endpoints);
        Assert.Equal((IPAddress.Any, 8080, TimeSpan.FromSeconds(5), true), (standalone.Address, standalone.Port, standalone.Drain, standalone.JsonLog));
        Assert.Equal(["https://a.example.org", "https://b.example.org"], endpoints.FhirHosts);
        Assert.Equal(["https://ehr.example.org"], endpoints.AllowedOrigins);
        Assert.Equal((1048576, TimeSpan.FromSeconds(10), true), (endpoints.MaxRequestBytes, endpoints.ReadTimeout, endpoints.Explain));
        Assert.Equal(("site.json", true), (settings.Site, settings.Watch));
        Assert.Equal(Path.GetFullPath("/var/cache/fhirmsc"), settings.Cache);
        Assert.Null(Read(("Cache", "off")).Settings!.Cache);
        Assert.Equal("Host=db;Username=fhirmsc", endpoints.Storage.Postgres);
        Assert.Equal("https://cds.example.org/msc", endpoints.Trust.BaseUrl);
        Assert.Equal(["ES384"], endpoints.Trust.Algorithms);
        Assert.Equal(["https://ehr.example.org", "b"], endpoints.Trust.Clients.Select(client => client.Issuer));
        Assert.Equal(["https://ehr.example.org/jwks"], endpoints.Trust.Clients[0].KeyUrls);
        Assert.Equal("https://fhir.example.org/r4", settings.PublishTo);
        Assert.Equal("http://localhost:4318/", standalone.Telemetry.Endpoint!.AbsoluteUri);
    }

    [Fact]
    public void Every_mistake_is_reported_at_once_by_name_with_the_remedy()
    {
        var (settings, issues) = Read(
            ("Prot", "1"), ("Port", "http"), ("Explain", "yes"), ("Storage:Postgres", "Password=SECRET;Pumpkin"), ("Trust:Algorithms", "ES384,HS384"), ("Trust:Algorithms2", "none"),
            ("Trust:Clients:0:KeyUrls", "http://ehr.example.org/jwks"), ("Trust:Clients:1:Issuer", "x"), ("Trust:Clients:1:Keys", "SECRET"), ("FhirHosts", "https://a.example.org/fhir"), ("Address", "0.0.0.0"));

        Assert.Null(settings);
        var text = string.Join('\n', issues.Select(issue => issue.Text));
        Assert.All(
            [
                "'FhirMsc:Prot' is no setting. Did you mean 'FhirMsc:Port'?", "'FhirMsc:Port' must be a number from 0 to 65535", "'FhirMsc:Explain' must be true or false",
                "'FhirMsc:Storage:Postgres' must be a connection string", "'FhirMsc:Trust:Algorithms' must be some of ES256", "'FhirMsc:Trust:Algorithms2' is no setting", "'FhirMsc:Trust:Clients:0:KeyUrls' must be https URLs",
                "'FhirMsc:Trust:Clients:0:Issuer' is missing", "'FhirMsc:Trust:Clients:1:Keys' must be a JWK Set", "'FhirMsc:FhirHosts' must be origins", "'FhirMsc:Trust:BaseUrl' is missing",
            ],
            part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.Equal(11, issues.Count);
        Assert.DoesNotContain("SECRET", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_for_other_machines_needs_to_know_whom_to_trust()
    {
        Assert.Contains("FhirMsc:Trust:Open", Assert.Single(Read(("Address", "0.0.0.0")).Issues).Text, StringComparison.Ordinal);
        Assert.Empty(Read(("Address", "0.0.0.0"), ("Trust:Open", "true")).Issues);
        Assert.Contains(Read(("Trust:Open", "true"), ("Trust:BaseUrl", "https://a.example.org"), ("Trust:Clients:0:Issuer", "a"), ("Trust:Clients:0:KeyUrls", "https://a.example.org/k")).Issues, issue => issue.Text.Contains("exclude each other", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/fhir")]
    [InlineData("ftp://fhir.example.org")]
    [InlineData("https://user:word@fhir.example.org")]
    [InlineData("https://fhir.example.org/r4?x=1")]
    public void A_server_to_publish_into_is_named_by_a_url_without_password_or_query(string value) =>
        Assert.Contains("'FhirMsc:PublishTo' must be the base URL", Assert.Single(Read(("PublishTo", value)).Issues).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("/fhir", true)]
    [InlineData("/r4/fhir", true)]
    [InlineData("https://fhir.example.org", true)]
    [InlineData("//fhir.example.org", false)]
    [InlineData("/", false)]
    [InlineData("/fhir/", false)]
    [InlineData("/fhir?x", false)]
    [InlineData("fhir", false)]
    public void The_plug_in_may_name_a_path_of_its_host(string value, bool isGood) =>
        Assert.Equal(isGood, SettingsReader.Read(new ConfigurationBuilder().AddInMemoryCollection([new("FhirMsc:PublishTo", value)]).Build(), SettingList.Plugin).Settings is not null);

    [Fact]
    public void A_file_that_is_not_json_is_named()
    {
        var folder = Directory.CreateTempSubdirectory("fhirmsc-settings-");
        File.WriteAllText(Path.Combine(folder.FullName, "appsettings.json"), "{\"FhirMsc\": {\"Port\": 1,");

        Assert.Contains("appsettings.json", Assert.Single(SettingsReader.ReadFolder(folder.FullName).Issues).Text, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(folder.FullName, "appsettings.json"), "{\"FhirMsc\": {\"Port\": 1234}}");
        Assert.Equal(1234, SettingsReader.ReadFolder(folder.FullName).Settings!.Standalone.Port);
        folder.Delete(recursive: true);
    }

    private static (ServerSettings? Settings, IReadOnlyList<Fhir.Issues.Issue> Issues) Read(params (string Name, string Value)[] values) =>
        SettingsReader.Read(new ConfigurationBuilder().AddInMemoryCollection(values.Select(value => KeyValuePair.Create($"FhirMsc:{value.Name}", (string?)value.Value))).Build());
}
