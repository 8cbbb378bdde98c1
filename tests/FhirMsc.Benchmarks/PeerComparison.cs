using System.Diagnostics;
using System.Globalization;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.FhirPath;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Benchmarks;

/// <summary>
/// Evaluations a second against fhirpath.js on the same resource and the same expressions, in one run: both take turns, round by round, so that whatever else
/// the machine does hits both. The median of the rounds' ratios is what counts.
/// </summary>
internal static class PeerComparison
{
    public const string Resource = "Bundle-101.json";
    private const int Rounds = 7;
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(500);

    public static IReadOnlyList<string> Expressions { get; } =
    [
        "Bundle.entry.resource.id",
        "Bundle.entry.resource.where($this is Observation).value.ofType(Quantity).value",
        "Bundle.descendants().count()",
    ];

    /// <summary>Runs it and prints a table.</summary>
    /// <param name="peerFolder">Folder in which <c>npm install fhirpath@5.2.0</c> was run.</param>
    public static int Run(string peerFolder)
    {
        var bytes = Examples.Named(Resource);
        var file = Path.Combine(Path.GetTempPath(), $"fhirmsc-peer-{Environment.ProcessId}.json");
        File.WriteAllBytes(file, bytes);
        using var peer = Process.Start(new ProcessStartInfo("node", [Path.Combine(AppContext.BaseDirectory, "peers", "fhirpath.mjs"), Path.GetFullPath(peerFolder), file])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        }) ?? throw new InvalidOperationException("node does not start.");
        try
        {
            var bundle = JsonParser.Parse(bytes).Tree!.Root;
            var options = new FhirPathOptions { Model = FhirModel.For(FhirRelease.R4) };
            Console.WriteLine($"{"expression",-80} {"FhirMsc/s",12} {"peer/s",12} {"ratio",8}");
            foreach (var text in Expressions)
            {
                var expression = FhirPathExpression.Compile(text, options).Expression!;
                var expected = expression.Evaluate(bundle).Items;
                var rounds = new List<(double Ours, double Theirs)>();
                for (var round = -1; round < Rounds; round++)
                {
                    var ours = Measure(() => expression.Evaluate(bundle).Items.Count);
                    peer.StandardInput.WriteLine($"{Turn.TotalMilliseconds.ToString(CultureInfo.InvariantCulture)} {text}");
                    var answer = (peer.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The peer ended.")).Split(' ');
                    if (int.Parse(answer[1], CultureInfo.InvariantCulture) != expected.Count)
                    {
                        Console.WriteLine($"different results: {expected.Count} here, {answer[1]} there");
                    }

                    // The first round only warms both up.
                    if (round >= 0)
                    {
                        rounds.Add((ours, double.Parse(answer[0], CultureInfo.InvariantCulture)));
                    }
                }

                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{text,-80} {Median(rounds.Select(r => r.Ours)),12:F0} {Median(rounds.Select(r => r.Theirs)),12:F0} {Median(rounds.Select(r => r.Ours / r.Theirs)),8:F1}"));
            }

            return 0;
        }
        finally
        {
            peer.StandardInput.Close();
            peer.WaitForExit(5000);
            File.Delete(file);
        }
    }

    private static double Measure(Func<int> work)
    {
        var clock = Stopwatch.StartNew();
        var count = 0L;
        while (clock.Elapsed < Turn)
        {
            for (var i = 0; i < 20; i++)
            {
                work();
            }

            count += 20;
        }

        return count / clock.Elapsed.TotalSeconds;
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
