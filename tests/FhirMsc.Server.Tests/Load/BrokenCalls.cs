using System.Net.Http.Headers;
using System.Text;
using FhirMsc.Server.Tests.Security;

namespace FhirMsc.Server.Tests.Load;

/// <summary>Good calls broken at random, by a seed: bytes changed, cut, doubled, moved; tokens broken in their parts or left out.</summary>
internal sealed class BrokenCalls(TrustedServer server, int seed)
{
    private static readonly byte[][] Bodies =
    [
        Encoding.UTF8.GetBytes(TestServices.View(TestServices.Covid)), Encoding.UTF8.GetBytes(TestServices.Sign(TestServices.Covid)),
        """{"feedback":[{"card":"4e0a3a1e-3283-4575-ab82-028d55fe2719","outcome":"overridden","outcomeTimestamp":"2021-05-02T10:05:31Z","overrideReason":{"reason":{"code":"c"}}}]}"""u8.ToArray(),
    ];

    private static readonly string[] Paths = ["/cds-services/test-view", "/cds-services/test-sign", "/cds-services/test-view/feedback"];

    private readonly Random random = new(seed);

    public HttpRequestMessage Next()
    {
        var kind = random.Next(Paths.Length);
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Client.BaseAddress!, Paths[kind]))
        {
            Content = new ByteArrayContent(random.Next(8) == 0 ? Bodies[kind] : Break(Bodies[kind])) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };

        // Half of the calls come through the door, so that the broken bodies are looked at.
        var token = server.Signer.Sign(server.Claims(Paths[kind]));
        request.Headers.TryAddWithoutValidation("Authorization", random.Next(2) == 0 ? $"Bearer {token}" : Break(token));
        return request;
    }

    private string Break(string token) => random.Next(8) switch
    {
        0 => string.Empty,
        1 => $"Bearer {new string('A', random.Next(9_000))}",
        2 => $"Basic {token}",
        _ => "Bearer " + new string([.. Break(Encoding.ASCII.GetBytes(token)).Select(value => (char)(value % 94 + 33))]),
    };

    private byte[] Break(byte[] bytes)
    {
        var broken = bytes.ToList();
        for (var times = random.Next(1, 6); times > 0 && broken.Count > 1; times--)
        {
            var at = random.Next(broken.Count);
            switch (random.Next(6))
            {
                case 0:
                    broken[at] = (byte)random.Next(256);
                    break;
                case 1:
                    broken.RemoveRange(at, Math.Min(random.Next(1, 20), broken.Count - at));
                    break;
                case 2:
                    broken.InsertRange(at, broken.GetRange(at, Math.Min(random.Next(1, 40), broken.Count - at)));
                    break;
                case 3:
                    broken.RemoveRange(at, broken.Count - at);
                    break;
                case 4:
                    broken.InsertRange(at, Enumerable.Repeat((byte)(random.Next(2) == 0 ? '[' : '{'), random.Next(1, 200)));
                    break;
                default:
                    broken[at] = (byte)"\"\\{}[],:0e-\0"[random.Next(12)];
                    break;
            }
        }

        return [.. broken];
    }
}
