using System.Text.Json;
using FhirMsc.Cases.Reports;
using FhirMsc.Decisions;
using FhirMsc.Decisions.Records;
using FhirMsc.Decisions.Tracing;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.FhirPath;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Publishing;

namespace FhirMsc.Cases;

/// <summary>The cases of one file, made ready for one release and its plans. Records are parsed once, so that mutants can be run against them by the hundred.</summary>
public sealed class CaseRun
{
    private readonly List<(DecisionCase Case, PatientRecord Record)> cases;
    private volatile int latest;

    private CaseRun(Catalog catalog, PlanLibrary library, List<(DecisionCase Case, PatientRecord Record)> cases)
    {
        Catalog = catalog;
        Library = library;
        this.cases = cases;
    }

    /// <summary>The plans.</summary>
    public PlanLibrary Library { get; }

    /// <summary>What the guideline of the cases has published.</summary>
    public Catalog Catalog { get; }

    /// <summary>The release.</summary>
    public FhirRelease Release => Catalog.Release;

    /// <summary>Prepares the cases for a catalog.</summary>
    /// <param name="file">The cases.</param>
    /// <param name="catalog">The published artifacts of one release; only those of the cases' own guideline are looked at.</param>
    /// <param name="issues">Cases that nothing answers, and plans that can't be applied.</param>
    public static CaseRun Prepare(CaseFile file, Catalog catalog, out IReadOnlyList<Issue> issues)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(catalog);
        var own = catalog.Of(file.Guideline);
        var library = PlanLibrary.Compile(own ?? catalog, new DayOf(file.Date));
        var found = new List<Issue>(library.ServiceIssues);
        if (own is null)
        {
            found.Add(CaseIssues.Guideline.At("guideline", null, file.Guideline));
        }

        foreach (var one in file.Cases.Where(one => library.Services.All(plan => plan.Hook != one.Hook)))
        {
            found.Add(CaseIssues.NoPlan.At("cases", one.Position, one.Hook, one.Id));
        }

        issues = found;
        return new CaseRun(own ?? catalog, library, [.. file.Cases.Where(one => one.Only is null || one.Only == catalog.Release).Select(one => (one, Record(one, catalog.Release)))]);
    }

    /// <summary>Runs all cases.</summary>
    /// <param name="branches">Gets what was reached; <see langword="null"/> if nobody wants to know.</param>
    public IReadOnlyList<CaseResult> Run(Branches? branches = null) => [.. cases.Select(one => Run(one, Library.Services, branches))];

    /// <summary>Whether any case notices that these plans stand in the place of the published ones.</summary>
    /// <remarks>The case that noticed the last fault comes first: faults next to each other are mostly noticed by the same one.</remarks>
    internal bool Notices(IReadOnlyList<Plan> plans)
    {
        if (cases.Count > 0 && Notices(cases[latest], plans))
        {
            return true;
        }

        for (var i = 0; i < cases.Count; i++)
        {
            if (Notices(cases[i], plans))
            {
                latest = i;
                return true;
            }
        }

        return false;
    }

    private bool Notices((DecisionCase Case, PatientRecord Record) one, IReadOnlyList<Plan> plans) =>
        plans.Any(plan => plan.Hook == one.Case.Hook) && !Run(one, plans, null).IsRight;

    private static PatientRecord Record(DecisionCase one, FhirRelease release)
    {
        var resources = one.Record.Select(resource => JsonSerializer.SerializeToUtf8Bytes(release == FhirRelease.R5 ? R5Form.Of(resource) : resource));
        return new PatientRecord(resources.Select(json => JsonParser.Parse(json, limits: new JsonLimits { KeepEmpty = true }).Tree!.Root));
    }

    private CaseResult Run((DecisionCase Case, PatientRecord Record) one, IReadOnlyList<Plan> plans, Branches? branches)
    {
        var faults = new List<string>();
        foreach (var plan in plans.Where(plan => plan.Hook == one.Case.Hook))
        {
            var data = one.Record.DataFor(plan, one.Case.Hook, one.Case.Missing, takesAllOrders: true, earlier: one.Case.Earlier);
            data = one.Case.Site.Count == 0 ? data : data with { Settings = one.Case.Site.ToDictionary(setting => setting.Key, setting => VariableValue.Of(setting.Value.Select(text => text is "true" or "false" ? Item.Of(text == "true") : Item.Of(text)))) };
            var applied = plan.Apply(data, branches is null ? TraceExtent.None : TraceExtent.Steps);
            branches?.Reach(applied);
            CaseCheck.Compare(one.Case, applied, faults);
        }

        return new CaseResult(one.Case, Release, faults);
    }

    private sealed class DayOf(DateOnly date) : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => new(date.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);
    }
}
