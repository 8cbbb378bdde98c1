using System.Net;
using FhirMsc.Content.Import.Fetching;

namespace FhirMsc.Tests.Content.Import;

public class PublicAddressTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("172.31.0.1")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("224.0.0.1")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("fe80::1")]
    [InlineData("fd00::1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("64:ff9b::7f00:1")]
    public void Refuses_addresses_that_are_not_public(string address) => Assert.NotNull(PublicAddress.WhyNot(IPAddress.Parse(address)));

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("2606:4700::1111")]
    [InlineData("172.32.0.1")]
    public void Lets_public_addresses_through(string address) => Assert.Null(PublicAddress.WhyNot(IPAddress.Parse(address)));

    [Theory]
    [InlineData("http://localhost:1/")]
    [InlineData("http://127.0.0.1:1/")]
    [InlineData("http://[::1]:1/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://user:secret@example.org/")]
    public async Task Fetches_nothing_from_them(string address)
    {
        using var fetcher = new HttpPageFetcher(new());

        var page = await fetcher.FetchAsync(new Uri(address), CancellationToken.None);

        Assert.Null(page.Content);
        Assert.Equal("import-refused", Assert.Single(page.Issues).Kind.Id);
        Assert.DoesNotContain("secret", page.Issues[0].ToString(), StringComparison.Ordinal);
    }
}
