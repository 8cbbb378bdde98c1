using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using FhirMsc.Benchmarks;

// dotnet run -c Release --project tests/FhirMsc.Benchmarks -- peer FOLDER | BenchmarkDotNet's own options
if (args is ["peer", var folder])
{
    return PeerComparison.Run(folder);
}

// http [SECONDS]: the HTTP load comparison; needs wrk.
if (args is ["http", ..])
{
    return await HttpComparison.RunAsync(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 5);
}

if (args is ["serve", var kind])
{
    return await HttpComparison.ServeAsync(kind);
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, DefaultConfig.Instance.WithOptions(ConfigOptions.JoinSummary));
return 0;
