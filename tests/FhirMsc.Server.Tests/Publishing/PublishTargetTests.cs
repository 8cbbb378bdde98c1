using FhirMsc.Server.Publishing;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace FhirMsc.Server.Tests.Publishing;

public class PublishTargetTests
{
    [Theory]
    [InlineData("http://[::]:8080", "http://127.0.0.1:8080/fhir")]
    [InlineData("http://0.0.0.0:8080", "http://127.0.0.1:8080/fhir")]
    [InlineData("http://*:80/base", "http://127.0.0.1/base/fhir")]
    [InlineData("http://+:5000/", "http://127.0.0.1:5000/fhir")]
    [InlineData("http://localhost:5000", "http://localhost:5000/fhir")]
    [InlineData("https://host.example.org:8443", "https://host.example.org:8443/fhir")]
    public void A_path_is_one_of_the_host_as_this_machine_reaches_it(string address, string url) => Assert.Equal(url, PublishTarget.Find("/fhir", Listening(address))!.AbsoluteUri);

    [Fact]
    public void Without_tls_goes_first() => Assert.Equal("http://localhost:80/fhir", PublishTarget.Find("/fhir", Listening("https://localhost:443", "http://localhost:80"))!.AbsoluteUri.Replace("localhost/", "localhost:80/", StringComparison.Ordinal));

    [Fact]
    public void A_host_that_says_no_address_has_no_path() => Assert.Null(PublishTarget.Find("/fhir", new FeatureCollection()));

    [Fact]
    public void A_url_is_taken_as_it_is() => Assert.Equal("https://fhir.example.org/r4", PublishTarget.Find("https://fhir.example.org/r4", new FeatureCollection())!.AbsoluteUri);

    private static FeatureCollection Listening(params string[] addresses)
    {
        var features = new FeatureCollection();
        features.Set<IServerAddressesFeature>(new Listens { Addresses = addresses });
        return features;
    }

    private sealed class Listens : IServerAddressesFeature
    {
        public ICollection<string> Addresses { get; init; } = [];

        public bool PreferHostingUrls { get; set; }
    }
}
