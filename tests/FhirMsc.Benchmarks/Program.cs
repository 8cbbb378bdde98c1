using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using FhirMsc.Benchmarks;

// dotnet run -c Release --project tests/FhirMsc.Benchmarks -- peer FOLDER | BenchmarkDotNet's own options
if (args is ["peer", var folder])
{
    return PeerComparison.Run(folder);
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, DefaultConfig.Instance.WithOptions(ConfigOptions.JoinSummary));
return 0;
