using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FhirMsc.Fhir.Tests.Packages;

/// <summary>A server on 127.0.0.1 that answers byte for byte what a test says, right or wrong: one answer per connection.</summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
#pragma warning disable CA2213 // Nothing waits on its handle, and a test may dispose twice.
    private readonly CancellationTokenSource stop = new();
#pragma warning restore CA2213
    private readonly Func<string, Stream, Task> answer;
    private readonly List<string> requests = [];

    public LoopbackServer(Func<string, Stream, Task> answer)
    {
        this.answer = answer;
        listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
        _ = AcceptAsync();
    }

    public Uri Address { get; }

    /// <summary>The heads of all requests so far.</summary>
    public IReadOnlyList<string> Requests
    {
        get
        {
            lock (requests)
            {
                return [.. requests];
            }
        }
    }

    /// <summary>An answer with a body as long as it says.</summary>
    public static async Task SendAsync(Stream stream, int status, byte[] body, string headers = "", int? cutAt = null, long? claimedLength = null)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status} X\r\nConnection: close\r\nContent-Length: {claimedLength ?? body.Length}\r\n{headers}\r\n"));
        await stream.WriteAsync(body.AsMemory(0, cutAt ?? body.Length));
        await stream.FlushAsync();
    }

    public void Dispose()
    {
        if (!stop.IsCancellationRequested)
        {
            stop.Cancel();
            listener.Dispose();
        }
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await listener.AcceptTcpClientAsync(stop.Token));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                var head = new StringBuilder();
                var one = new byte[1];
                while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(one, stop.Token) == 1)
                {
                    head.Append((char)one[0]);
                }

                lock (requests)
                {
                    requests.Add(head.ToString());
                }

                await answer(head.ToString(), stream);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
            {
                // The client went away, or the test is over.
            }
        }
    }
}
