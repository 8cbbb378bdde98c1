using FhirMsc.Publishing.Servers;

namespace FhirMsc.Tests.Publishing.Servers;

public class ServerAccessTests
{
    [Fact]
    public void Nothing_is_access_without_a_token()
    {
        var (access, problems) = Read();

        Assert.Empty(problems);
        Assert.Equal((null, null), (access!.Token, access.TokenEndpoint));
    }

    [Fact]
    public void A_token_or_client_credentials_are_read()
    {
        Assert.Equal("abc", Read(("TOKEN", "abc\n")).Access!.Token);
        var access = Read(("TOKEN_ENDPOINT", "https://id.example.org/token"), ("CLIENT_ID", "me"), ("CLIENT_SECRET", "s"), ("SCOPE", "system/*.cruds")).Access!;
        Assert.Equal(("https://id.example.org/token", "me", "s", "system/*.cruds"), (access.TokenEndpoint!.AbsoluteUri, access.ClientId, access.ClientSecret, access.Scope));
    }

    [Theory]
    [InlineData("_TOKEN must be the token alone", "TOKEN=Bearer hunter2")]
    [InlineData("exclude each other", "TOKEN=hunter2;CLIENT_ID=me")]
    [InlineData("_CLIENT_SECRET is missing", "CLIENT_ID=hunter2;TOKEN_ENDPOINT=https://a.example.org")]
    [InlineData("_TOKEN_ENDPOINT is missing", "CLIENT_ID=me;CLIENT_SECRET=hunter2")]
    [InlineData("must be an https URL", "CLIENT_ID=me;CLIENT_SECRET=hunter2;TOKEN_ENDPOINT=http://id.example.org/hunter2")]
    [InlineData("must be an https URL", "CLIENT_ID=me;CLIENT_SECRET=hunter2;TOKEN_ENDPOINT=hunter2")]
    public void Mistakes_are_told_by_name_and_without_the_value(string part, string variables)
    {
        var (access, problems) = Read([.. variables.Split(';').Select(variable => (variable.Split('=')[0], variable.Split('=', 2)[1]))]);

        Assert.Null(access);
        Assert.Contains(problems, problem => problem.Contains(part, StringComparison.Ordinal));
        Assert.All(problems, problem => Assert.DoesNotContain("hunter2", problem, StringComparison.Ordinal));
    }

    private static (ServerAccess? Access, IReadOnlyList<string> Problems) Read(params (string Name, string Value)[] variables) =>
        ServerAccess.Read(name => variables.FirstOrDefault(variable => ServerAccess.Prefix + variable.Name == name).Value);
}
