using FhirMsc.Cases;
using FhirMsc.Cases.Mutation;
using FhirMsc.Cases.Reports;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Publishing;
using FhirMsc.Tests.House;
using FhirMsc.Tests.Publishing;

namespace FhirMsc.Tests.Cases;

/// <summary>The committed decision cases: all answered as expected, in every release, and strict enough to notice any small fault in the logic.</summary>
public class CommittedCasesTests
{
    private static readonly string CaseFile = Path.Combine(Repository.Root, "fhir-resources", "content", "nih-covid19-cell-therapy.cases.yaml");

    public static TheoryData<string> Releases => [.. FhirRelease.All.Select(release => release.Name)];

    [Theory]
    [MemberData(nameof(Releases))]
    public void Every_case_gets_its_answer_in_every_release(string release)
    {
        var (_, run, _) = Prepared(release);

        var results = run.Run();

        Assert.True(results.Count > 300);
        Assert.True(results.All(result => result.IsRight), string.Join('\n', results.Where(result => !result.IsRight).Select(result => $"{result.Case.Id} ({result.Case.Hook}): {string.Join("; ", result.Faults)}")));
    }

    [Theory]
    [MemberData(nameof(Releases))]
    public void The_cases_reach_every_branch_that_can_be_reached(string release)
    {
        var (_, run, _) = Prepared(release);
        var branches = new Branches();

        run.Run(branches);

        // mscOrders is asked only when the advice is given, so it always finds something; the other was never asked without the conditions of an order.
        string[] unreachable = ["mscOrders, \"no\"", "negativeTests, \"no\"", "otherConditions, \"no\""];
        Assert.DoesNotContain(run.Library.Services.SelectMany(branches.Missed), branch => !unreachable.Any(branch.Contains));
    }

    [Fact]
    public void A_fault_in_the_logic_is_noticed_by_some_case()
    {
        var (file, run, catalog) = Prepared("R4");

        var result = MutationRun.Run(file, run, catalog);

        Assert.True(result.Mutants > 400, $"Only {result.Mutants} faults were tried.");
        Assert.True(result.Survivors.Count == 0, $"No case notices: {string.Join("; ", result.Survivors)}");
        Assert.True(result.NotEquivalent.Count == 0, $"Listed as equivalent, and noticed: {string.Join("; ", result.NotEquivalent)}");
    }

    [Fact]
    public void A_fault_that_no_case_notices_is_found()
    {
        var (file, run, catalog) = Prepared("R4", text => text[..text.IndexOf("  # --- exceptions", StringComparison.Ordinal)]);

        var result = MutationRun.Run(file, run, catalog);

        Assert.Contains(result.Survivors, name => name.StartsWith("activeEnrollments: 'on-study'", StringComparison.Ordinal));
        Assert.Contains("condition 3: dropped", result.Survivors);
    }

    private static (CaseFile File, CaseRun Run, Catalog Catalog) Prepared(string release, Func<string, string>? change = null)
    {
        var catalog = EditionBuilder.Build([Published.ContentFile], FhirRelease.Find(release)!).Catalog!;
        var text = File.ReadAllText(CaseFile);
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(change?.Invoke(text) ?? text));
        var (file, issues) = CaseReader.Read(stream, "cases.yaml", catalog);
        Assert.Empty(issues);
        var run = CaseRun.Prepare(file!, catalog, out var problems);
        Assert.Empty(problems);
        return (file!, run, catalog);
    }
}
