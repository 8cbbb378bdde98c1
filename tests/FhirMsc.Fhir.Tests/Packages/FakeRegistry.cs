using System.Security.Cryptography;
using System.Text;
using FhirMsc.Fhir.Packages.Registry;

namespace FhirMsc.Fhir.Tests.Packages;

/// <summary>A registry on 127.0.0.1 with a few packages, which can be told to misbehave.</summary>
internal sealed class FakeRegistry : IDisposable
{
    /// <summary>Patient enough for a test, and no more.</summary>
    public static readonly RegistryOptions Quick = new() { FirstDelay = TimeSpan.FromMilliseconds(1), LongestDelay = TimeSpan.FromMilliseconds(5), Silence = TimeSpan.FromMilliseconds(500) };

    private readonly Dictionary<string, byte[]> archives = [];
    private readonly Dictionary<string, string> listings = [];
    private readonly LoopbackServer server;
    private readonly HttpClient client = new() { Timeout = Timeout.InfiniteTimeSpan };
    private int number;

    public FakeRegistry() => server = new LoopbackServer(AnswerAsync);

    /// <summary>Answers the request of that number for an archive, counted from 1, in place of the right answer; false to let the right answer through.</summary>
    public Func<int, string, byte[], Stream, Task<bool>> Misbehave { get; set; } = (_, _, _, _) => Task.FromResult(false);

    public IReadOnlyList<string> ArchiveRequests => [.. server.Requests.Where(request => request.Contains(".tgz", StringComparison.Ordinal))];

    public Uri Address => server.Address;

    public NpmRegistry Client(RegistryOptions? options = null) => new(client, server.Address, options ?? Quick);

    public FakeRegistry Add(string name, string version, string dependencies = "{}", int padding = 0, string? integrity = null)
    {
        // What does not compress makes the archive as long as it says.
        var noise = new byte[padding];
        new Random(7).NextBytes(noise);
        var archive = new ArchiveBuilder().File("package/package.json", $$"""{"name":"{{name}}","version":"{{version}}","dependencies":{{dependencies}} }""").File("package/other/noise", noise).Build();
        archives[$"{name}-{version}.tgz"] = archive;
        var entry = $$""" "{{version}}":{"name":"{{name}}","_id":"{{name}}@{{version}}","dist":{"tarball":"{{server.Address}}{{name}}-{{version}}.tgz","integrity":"{{integrity ?? "sha512-" + Convert.ToBase64String(SHA512.HashData(archive))}}"},"_npmUser":{} }""";
        listings[name] = listings.TryGetValue(name, out var others) ? $"{others},{entry}" : entry;
        return this;
    }

    public void Dispose()
    {
        server.Dispose();
        client.Dispose();
    }

    private async Task AnswerAsync(string head, Stream stream)
    {
        var path = head.Split(' ')[1].TrimStart('/');
        if (archives.TryGetValue(path, out var archive))
        {
            if (!await Misbehave(Interlocked.Increment(ref number), head, archive, stream))
            {
                await LoopbackServer.SendAsync(stream, 200, archive, "ETag: \"a\"\r\n");
            }
        }
        else if (listings.TryGetValue(path, out var listing))
        {
            await LoopbackServer.SendAsync(stream, 200, Encoding.UTF8.GetBytes($$"""{"_id":"{{path}}","name":"{{path}}","dist-tags":{"latest":"1.0.0"},"versions":{ {{listing}} },"time":{} }"""));
        }
        else
        {
            await LoopbackServer.SendAsync(stream, 404, "{}"u8.ToArray());
        }
    }
}
