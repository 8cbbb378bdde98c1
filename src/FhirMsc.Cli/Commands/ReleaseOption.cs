using System.CommandLine;
using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Cli.Commands;

/// <summary>The option <c>--release</c>, the same in every command that has it.</summary>
internal static class ReleaseOption
{
    /// <summary>The word for every release at once.</summary>
    private const string All = "all";

    /// <summary>The option for commands that may work on several releases.</summary>
    public static Option<string> Several(string description)
    {
        var option = new Option<string>("--release") { Description = description, HelpName = "r4|r4b|r5|all", DefaultValueFactory = _ => All };
        option.AcceptOnlyFromAmong([.. Names, All]);
        return option;
    }

    /// <summary>The option for commands that work on one release; R4 unless said otherwise.</summary>
    public static Option<string> One(string description)
    {
        var option = new Option<string>("--release") { Description = description, HelpName = "r4|r4b|r5", DefaultValueFactory = _ => Name(FhirRelease.R4) };
        option.AcceptOnlyFromAmong([.. Names]);
        return option;
    }

    /// <summary>The releases that a value names.</summary>
    public static IReadOnlyList<FhirRelease> Of(string value) => value == All ? FhirRelease.All : [FhirRelease.Find(value)!];

    private static IEnumerable<string> Names => FhirRelease.All.Select(Name);

    private static string Name(FhirRelease release) => release.Name.ToLowerInvariant();
}
