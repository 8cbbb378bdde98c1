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

// start FILE [TIMES]: from the start of the process to ready and to the first card.
if (args is ["start", var program, ..])
{
    return await StartTimes.RunAsync(program, args.Length > 2 ? int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture) : 10);
}

if (args is ["serve", var kind])
{
    return await HttpComparison.ServeAsync(kind);
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, DefaultConfig.Instance.WithOptions(ConfigOptions.JoinSummary));
return 0;
