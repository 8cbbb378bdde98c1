namespace FhirMsc.Tests.Decisions;

public class PlanTests
{
    [Fact]
    public void Covid19_and_an_msc_order_get_the_advice()
    {
        var applied = Cases.OrderSign.Apply(Cases.Data(("conditions", [Cases.Covid19]), ("orders", [Cases.MscOrder])));

        var action = Assert.Single(applied.Actions);
        Assert.Empty(applied.Undecided);
        Assert.Empty(action.Notes);
        Assert.Equal("urgent", action.Priority);
        Assert.Contains("against", action.Title, StringComparison.Ordinal);
        Assert.Equal("o", Assert.Single(Assert.Single(action.Actions).Resources).Child("id").Text);
        Assert.Equal(3, action.OverrideReasons.Count);
    }

    [Theory]
    [InlineData(Cases.Asthma, Cases.MscOrder)]
    [InlineData(Cases.Covid19, Cases.OtherOrder)]
    public void Without_covid19_or_without_an_msc_order_nothing_is_said(string condition, string order)
    {
        var applied = Cases.OrderSign.Apply(Cases.Data(("conditions", [condition]), ("orders", [order])));

        Assert.Empty(applied.Actions);
        Assert.Empty(applied.Undecided);
    }

    [Fact]
    public void Missing_conditions_leave_it_open_and_are_named()
    {
        var applied = Cases.OrderSign.Apply(Cases.Data(("conditions", null), ("orders", [Cases.MscOrder])));

        Assert.Empty(applied.Actions);
        var cause = Assert.Single(applied.Undecided);
        Assert.Equal(("conditions", "not sent"), (cause.What, cause.Reason));
        Assert.NotNull(cause.Text);
    }

    [Fact]
    public void What_is_missing_does_not_matter_where_something_else_decides()
    {
        // No order of the kind: whether the patient has COVID-19 is not asked.
        var applied = Cases.OrderSign.Apply(Cases.Data(("conditions", null), ("virusTests", null), ("orders", [Cases.OtherOrder])));

        Assert.Empty(applied.Actions);
        Assert.Empty(applied.Undecided);

        // A diagnosis is enough: missing test results change nothing.
        Assert.Single(Cases.OrderSign.Apply(Cases.Data(("conditions", [Cases.Covid19]), ("virusTests", null), ("orders", [Cases.MscOrder]))).Actions);
    }

    [Fact]
    public void A_missing_exception_does_not_silence_but_is_said()
    {
        var applied = Cases.OrderSign.Apply(Cases.Data(("conditions", [Cases.Covid19]), ("orders", [Cases.MscOrder]), ("trialEnrollments", null)));

        var note = Assert.Single(Assert.Single(applied.Actions).Notes);
        Assert.Equal("enrolledInMscTrial", note.What);
        Assert.NotNull(note.Text);
    }

    [Fact]
    public void An_enrolment_in_a_trial_of_msc_is_the_exception()
    {
        var data = Cases.Data(
            ("conditions", [Cases.Covid19]),
            ("orders", [Cases.MscOrder]),
            ("trialEnrollments", ["""{"resourceType":"ResearchSubject","id":"s","status":"on-study-intervention","study":{"reference":"ResearchStudy/r"},"individual":{"reference":"Patient/p"}}"""]));
        var study = Cases.Node("""{"resourceType":"ResearchStudy","id":"r","status":"active","focus":[{"coding":[{"system":"http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets","code":"J3402"}]}]}""");
        var applied = Cases.OrderSign.Apply(data with { References = new Dictionary<string, Fhir.Json.Node> { ["ResearchStudy/r"] = study } });

        Assert.Empty(applied.Actions);
        Assert.Empty(applied.Undecided);

        // The same enrolment with a study nobody can look at: not known to be the exception.
        Assert.Single(Assert.Single(Cases.OrderSign.Apply(data).Actions).Notes);
    }

    [Fact]
    public void A_child_gets_the_line_about_children()
    {
        var clock = new DateTimeOffset(TimeProvider.System.GetUtcNow().AddYears(-10).Date, TimeSpan.Zero).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var child = Cases.OrderSign.Apply(Cases.Data(("patient", [$$"""{"resourceType":"Patient","id":"p","birthDate":"{{clock}}"}"""]), ("conditions", [Cases.Covid19]), ("orders", [Cases.MscOrder])));
        var adult = Cases.OrderSign.Apply(Cases.Data(("patient", ["""{"resourceType":"Patient","id":"p","birthDate":"1950-01-01"}"""]), ("conditions", [Cases.Covid19]), ("orders", [Cases.MscOrder])));

        Assert.Contains(child.Actions[0].Remarks, line => line.Contains("children", StringComparison.Ordinal));
        Assert.Empty(adult.Actions[0].Remarks);
    }

    [Fact]
    public void The_trace_names_every_question_and_no_patient_data()
    {
        var applied = Cases.OrderSign.Apply(Cases.Data(("conditions", [Cases.Covid19]), ("orders", [Cases.MscOrder])));

        Assert.Contains(applied.Trace, step => step.Name == "covid19" && step.Outcome == "true");
        Assert.Contains(applied.Trace, step => step.Name == "mscOrders" && step.Outcome == "1 found");
        Assert.All(applied.Trace, step => Assert.Matches("^(true|false|cannot tell.*|[0-9]+ found|applies|does not apply)$", step.Outcome));
    }

    [Fact]
    public void One_plan_serves_many_threads()
    {
        var yes = Cases.Data(("conditions", [Cases.Covid19]), ("orders", [Cases.MscOrder]));
        var no = Cases.Data(("conditions", [Cases.Asthma]), ("orders", [Cases.MscOrder]));

        Parallel.For(0, 200, i => Assert.Equal(1 - (i % 2), Cases.OrderSign.Apply(i % 2 == 0 ? yes : no).Actions.Count));
    }

    [Fact]
    public void Each_hook_has_its_plan() =>
        Assert.Equal(["order-select", "order-sign", "patient-view"], Cases.All.Select(plan => plan.Hook).Order());
}
