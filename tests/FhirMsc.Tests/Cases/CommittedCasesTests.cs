using FhirMsc.Cases;
using FhirMsc.Cases.Mutation;
using FhirMsc.Cases.Reports;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Publishing;
using FhirMsc.Tests.House;

namespace FhirMsc.Tests.Cases;

/// <summary>The committed decision cases: all answered as expected, in every release, and strict enough to notice any small fault in the logic.</summary>
public class CommittedCasesTests
{
    private const string Cells = "nih-covid19-cell-therapy";
    private const string Opioids = "cdc-opioid-benzodiazepine";

    private static readonly string Folder = Path.Combine(Repository.Root, "fhir-resources", "content");

    /// <summary>Guidelines and releases.</summary>
    public static IEnumerable<object[]> Releases => FhirRelease.All.SelectMany(release => new[] { Cells, Opioids }.Select(guideline => new object[] { guideline, release.Name }));

    [Theory]
    [MemberData(nameof(Releases))]
    public void Every_case_gets_its_answer_in_every_release(string guideline, string release)
    {
        var (_, run) = Prepared(guideline, release);

        var results = run.Run();

        Assert.True(results.Count > (guideline == Cells ? 300 : 40), $"Only {results.Count} cases.");
        Assert.True(results.All(result => result.IsRight), string.Join('\n', results.Where(result => !result.IsRight).Select(result => $"{result.Case.Id} ({result.Case.Hook}): {string.Join("; ", result.Faults)}")));
    }

    [Theory]
    [MemberData(nameof(Releases))]
    public void The_cases_reach_every_branch_that_can_be_reached(string guideline, string release)
    {
        var (_, run) = Prepared(guideline, release);
        var branches = new Branches();

        run.Run(branches);

        // mscOrders is asked only when the advice is given, so it always finds something.
        string[] unreachable = ["mscOrders, \"no\""];
        Assert.DoesNotContain(run.Library.Services.SelectMany(branches.Missed), branch => !unreachable.Any(branch.Contains));
    }

    [Theory]
    [InlineData(Cells, "R4", 400)]
    [InlineData(Cells, "R5", 400)]
    [InlineData(Opioids, "R4", 60)]
    [InlineData(Opioids, "R5", 60)]
    public void A_fault_in_the_logic_is_noticed_by_some_case(string guideline, string release, int atLeast)
    {
        // R4B's expressions are R4's.
        var (file, run) = Prepared(guideline, release);

        var result = MutationRun.Run(file, run);

        Assert.True(result.Mutants > atLeast, $"Only {result.Mutants} faults were tried.");
        Assert.True(result.Survivors.Count == 0, $"No case notices: {string.Join("; ", result.Survivors)}");
        Assert.True(result.NotEquivalent.Count == 0, $"Listed as equivalent, and noticed: {string.Join("; ", result.NotEquivalent)}");
    }

    [Fact]
    public void A_fault_that_no_case_notices_is_found()
    {
        var (file, run) = Prepared(Cells, "R4", text => text[..text.IndexOf("  # --- exceptions", StringComparison.Ordinal)]);

        var result = MutationRun.Run(file, run);

        Assert.Contains(result.Survivors, name => name.StartsWith("activeEnrollments: 'on-study'", StringComparison.Ordinal));
        Assert.Contains("advise, condition 3: dropped", result.Survivors);
    }

    [Fact]
    public void Cases_of_a_guideline_that_is_not_published_are_called_so()
    {
        var catalog = EditionBuilder.Build([Path.Combine(Folder, $"{Cells}.yaml")], FhirRelease.R4).Catalog!;
        using var stream = File.OpenRead(Path.Combine(Folder, $"{Cells}.cases.yaml"));
        var file = CaseReader.Read(stream, "cases.yaml", catalog).File! with { Guideline = "another" };

        CaseRun.Prepare(file, catalog, out var problems);

        Assert.Contains(problems, problem => problem.Kind == CaseIssues.Guideline);
    }

    private static (CaseFile File, CaseRun Run) Prepared(string guideline, string release, Func<string, string>? change = null)
    {
        // Both guidelines are published: cases must look at their own alone.
        var catalog = EditionBuilder.Build([Path.Combine(Folder, $"{Cells}.yaml"), Path.Combine(Folder, $"{Opioids}.yaml")], FhirRelease.Find(release)!).Catalog!;
        var text = File.ReadAllText(Path.Combine(Folder, $"{guideline}.cases.yaml"));
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(change?.Invoke(text) ?? text));
        var (file, issues) = CaseReader.Read(stream, "cases.yaml", catalog);
        Assert.Empty(issues);
        var run = CaseRun.Prepare(file!, catalog, out var problems);
        Assert.Empty(problems);
        return (file!, run);
    }
}
