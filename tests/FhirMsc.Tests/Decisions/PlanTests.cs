namespace FhirMsc.Tests.Decisions;

public class PlanTests
{
    [Fact]
    public void Covid19_and_an_msc_order_get_the_advice()
    {
        var applied = Patients.OrderSign.Apply(Patients.Data(("conditions", [Patients.Covid19]), ("orders", [Patients.MscOrder])));

        var action = Assert.Single(applied.Actions);
        Assert.Empty(applied.Undecided);
        Assert.Empty(action.Notes);
        Assert.Equal("urgent", action.Priority);
        Assert.Contains("against", action.Title, StringComparison.Ordinal);
        Assert.Equal("o", Assert.Single(Assert.Single(action.Actions).Resources).Child("id").Text);
        Assert.Equal(3, action.OverrideReasons.Count);
    }

    [Theory]
    [InlineData(Patients.Asthma, Patients.MscOrder)]
    [InlineData(Patients.Covid19, Patients.OtherOrder)]
    public void Without_covid19_or_without_an_msc_order_nothing_is_said(string condition, string order)
    {
        var applied = Patients.OrderSign.Apply(Patients.Data(("conditions", [condition]), ("orders", [order])));

        Assert.Empty(applied.Actions);
        Assert.Empty(applied.Undecided);
    }

    [Fact]
    public void Missing_conditions_leave_it_open_and_are_named()
    {
        var applied = Patients.OrderSign.Apply(Patients.Data(("conditions", null), ("orders", [Patients.MscOrder])));

        Assert.Empty(applied.Actions);
        var cause = Assert.Single(applied.Undecided);
        Assert.Equal(("conditions", "not sent"), (cause.What, cause.Reason));
        Assert.NotNull(cause.Text);
    }

    [Fact]
    public void What_is_missing_does_not_matter_where_something_else_decides()
    {
        // No order of the kind: whether the patient has COVID-19 is not asked.
        var applied = Patients.OrderSign.Apply(Patients.Data(("conditions", null), ("virusTests", null), ("orders", [Patients.OtherOrder])));

        Assert.Empty(applied.Actions);
        Assert.Empty(applied.Undecided);

        // A diagnosis is enough: missing test results change nothing.
        Assert.Single(Patients.OrderSign.Apply(Patients.Data(("conditions", [Patients.Covid19]), ("virusTests", null), ("orders", [Patients.MscOrder]))).Actions);
    }

    [Fact]
    public void A_missing_exception_does_not_silence_but_is_said()
    {
        var applied = Patients.OrderSign.Apply(Patients.Data(("conditions", [Patients.Covid19]), ("orders", [Patients.MscOrder]), ("trialEnrollments", null)));

        var note = Assert.Single(Assert.Single(applied.Actions).Notes);
        Assert.Equal("enrolledInMscTrial", note.What);
        Assert.NotNull(note.Text);
    }

    [Fact]
    public void An_enrolment_in_a_trial_of_msc_is_the_exception()
    {
        var data = Patients.Data(
            ("conditions", [Patients.Covid19]),
            ("orders", [Patients.MscOrder]),
            ("trialEnrollments", ["""{"resourceType":"ResearchSubject","id":"s","status":"on-study-intervention","study":{"reference":"ResearchStudy/r"},"individual":{"reference":"Patient/p"}}"""]));
        var study = Patients.Node("""{"resourceType":"ResearchStudy","id":"r","status":"active","focus":[{"coding":[{"system":"http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets","code":"J3402"}]}]}""");
        var applied = Patients.OrderSign.Apply(data with { References = new Dictionary<string, Fhir.Json.Node> { ["ResearchStudy/r"] = study } });

        Assert.Empty(applied.Actions);
        Assert.Empty(applied.Undecided);

        // The same enrolment with a study nobody can look at: not known to be the exception.
        Assert.Single(Assert.Single(Patients.OrderSign.Apply(data).Actions).Notes);
    }

    [Fact]
    public void A_child_gets_the_line_about_children()
    {
        var clock = new DateTimeOffset(TimeProvider.System.GetUtcNow().AddYears(-10).Date, TimeSpan.Zero).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var child = Patients.OrderSign.Apply(Patients.Data(("patient", [$$"""{"resourceType":"Patient","id":"p","birthDate":"{{clock}}"}"""]), ("conditions", [Patients.Covid19]), ("orders", [Patients.MscOrder])));
        var adult = Patients.OrderSign.Apply(Patients.Data(("patient", ["""{"resourceType":"Patient","id":"p","birthDate":"1950-01-01"}"""]), ("conditions", [Patients.Covid19]), ("orders", [Patients.MscOrder])));

        Assert.Contains(child.Actions[0].Remarks, line => line.Contains("children", StringComparison.Ordinal));
        Assert.Empty(adult.Actions[0].Remarks);
    }

    [Fact]
    public void The_trace_names_every_question_and_no_patient_data()
    {
        var applied = Patients.OrderSign.Apply(Patients.Data(("conditions", [Patients.Covid19]), ("orders", [Patients.MscOrder])), explain: true);

        Assert.Contains(applied.Trace, step => step.Name == "covid19" && step.Outcome == "true");
        Assert.Contains(applied.Trace, step => step.Name == "mscOrders" && step.Outcome == "1 found");
        Assert.All(applied.Trace, step => Assert.Matches("^(true|false|cannot tell.*|[0-9]+ found|applies|does not apply)$", step.Outcome));
    }

    [Fact]
    public void Without_an_explanation_the_answer_is_the_same_and_nothing_is_written_down()
    {
        var data = Patients.Data(("conditions", [Patients.Covid19]), ("orders", [Patients.MscOrder]), ("trialEnrollments", null));
        var plain = Patients.OrderSign.Apply(data);
        var explained = Patients.OrderSign.Apply(data, explain: true);

        Assert.Empty(plain.Trace);
        Assert.NotEmpty(explained.Trace);
        Assert.Equal(explained.Actions.Select(action => (action.Id, action.Notes.Count)), plain.Actions.Select(action => (action.Id, action.Notes.Count)));
        Assert.Equal(explained.WantedInputs, plain.WantedInputs);
    }

    [Fact]
    public void One_plan_serves_many_threads()
    {
        var yes = Patients.Data(("conditions", [Patients.Covid19]), ("orders", [Patients.MscOrder]));
        var no = Patients.Data(("conditions", [Patients.Asthma]), ("orders", [Patients.MscOrder]));

        Parallel.For(0, 200, i => Assert.Equal(1 - (i % 2), Patients.OrderSign.Apply(i % 2 == 0 ? yes : no).Actions.Count));
    }

    [Fact]
    public void Each_hook_has_its_plan() =>
        Assert.Equal(["order-select", "order-sign", "patient-view"], Patients.All.Select(plan => plan.Hook).Order());
}
