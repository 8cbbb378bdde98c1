using FhirMsc.Decisions;
using FhirMsc.Fhir.FhirPath;
using FhirMsc.Tests.Decisions;

namespace FhirMsc.Tests.Content;

/// <summary>What the criteria of the committed guideline say of patients, asked of the published plans.</summary>
public class NihLogicTests
{
    private const string Hcpcs = "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets";
    private const string Own = "https://fhirmsc.example.org/fhir/nih-covid19-cell-therapy/CodeSystem/fhirmsc-concepts";
    private const string Snomed = "http://snomed.info/sct";
    private const string Icd10 = "http://hl7.org/fhir/sid/icd-10-cm";
    private const string Msc = $$"""{"coding":[{"system":"{{Hcpcs}}","code":"J3402"}]}""";

    public enum Outcome
    {
        /// <summary>The card is shown.</summary>
        Card,

        /// <summary>Nothing is to be said.</summary>
        Silence,

        /// <summary>It can't be told.</summary>
        Untold,
    }

    public static TheoryData<string> Criteria => [.. Nih.Guideline.Logic.Criteria.Select(criterion => criterion.Id)];

    [Theory]
    [MemberData(nameof(Criteria))]
    public void Every_expression_compiles_in_both_forms(string id)
    {
        var criterion = Nih.Guideline.Logic.Criteria.Single(criterion => criterion.Id == id);

        Assert.Empty(FhirPathExpression.Compile(criterion.Expression).Issues);
        Assert.Empty(FhirPathExpression.Compile(criterion.ExpressionR5 ?? criterion.Expression).Issues);
    }

    [Theory]
    [InlineData(Snomed, "840539006", "active", "confirmed", Outcome.Card)]
    [InlineData(Icd10, "U07.1", "recurrence", "confirmed", Outcome.Card)]
    [InlineData(Icd10, "J12.82", null, null, Outcome.Card)]
    [InlineData(Icd10, "U07.1", "relapse", null, Outcome.Card)]
    [InlineData(Icd10, "U07.1", "resolved", "confirmed", Outcome.Silence)]
    [InlineData(Icd10, "U07.1", "remission", "confirmed", Outcome.Silence)]
    [InlineData(Icd10, "U07.1", "active", "refuted", Outcome.Silence)]
    [InlineData(Icd10, "U07.1", "active", "provisional", Outcome.Silence)]
    [InlineData(Icd10, "U07.1", "active", "entered-in-error", Outcome.Silence)]
    [InlineData(Icd10, "Z86.16", "active", "confirmed", Outcome.Silence)]
    [InlineData(Icd10, "U09.9", "active", "confirmed", Outcome.Silence)]
    [InlineData(Snomed, "840544004", "active", "confirmed", Outcome.Silence)]
    [InlineData(Snomed, "688232241000119100", "active", "confirmed", Outcome.Silence)]
    [InlineData(Snomed, "67782005", "active", "confirmed", Outcome.Silence)]
    [InlineData("urn:oid:1.2.3", "840539006", "active", "confirmed", Outcome.Silence)]
    public void Only_a_current_confirmed_diagnosis_is_covid19(string system, string code, string? clinical, string? verification, Outcome expected)
    {
        var condition = $$$"""{"resourceType":"Condition","id":"c"{{{Status("clinicalStatus", clinical)}}}{{{Status("verificationStatus", verification)}}},"code":{"coding":[{"system":"urn:oid:9","code":"local"},{"system":"{{{system}}}","code":"{{{code}}}"}]}}""";

        Assert.Equal(expected, Sign(Order(), conditions: [condition]));
    }

    [Theory]
    [InlineData(Outcome.Card, "final +260373001 2021-01-02")]
    [InlineData(Outcome.Card, "corrected +10828004")]
    [InlineData(Outcome.Silence, "preliminary +260373001 2021-01-02")]
    [InlineData(Outcome.Silence, "final +260415000 2021-01-02")]
    [InlineData(Outcome.Silence, "final +419984006 2021-01-02")]
    [InlineData(Outcome.Card, "final iPOS 2021-01-02")]
    [InlineData(Outcome.Untold, "final iA 2021-01-02")]
    [InlineData(Outcome.Silence, "final +260415000 iPOS 2021-01-02")]
    [InlineData(Outcome.Silence, "final +260373001 iNEG 2021-01-02")]
    [InlineData(Outcome.Card, "final +260373001 2021-01-02", "final +260415000 2021-01-01")]
    [InlineData(Outcome.Silence, "final +260373001 2021-01-01", "final +260415000 2021-01-02")]
    [InlineData(Outcome.Card, "final +260415000 2021-01-02", "final +260373001 2021-01-01", "final +260373001 2021-01-03")]
    [InlineData(Outcome.Card, "final +260373001 2021-01-02", "final +419984006 2021-01-09")]
    [InlineData(Outcome.Untold, "final +260373001", "final +260415000 2021-01-02")]
    [InlineData(Outcome.Untold, "final +260373001 2021-01", "final +260415000 2021-01-02")]
    public void The_newest_conclusive_test_counts(Outcome expected, params string[] tests) => Assert.Equal(expected, Sign(Order(), tests: [.. tests.Select(Test)]));

    [Theory]
    [InlineData("95209-3")]
    [InlineData("94531-1")]
    [InlineData("94505-5")]
    public void Other_tests_do_not_count(string loinc) =>
        Assert.Equal(Outcome.Silence, Sign(Order(), tests: [Test("final +260373001 2021-01-02").Replace("94500-6", loinc, StringComparison.Ordinal)]));

    [Theory]
    [InlineData("", Outcome.Card)]
    [InlineData("""[{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"U07.1"}]}]""", Outcome.Card)]
    [InlineData("""[{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"D89.810"}]}]""", Outcome.Silence)]
    [InlineData("""[{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"D89.810"}]},{"coding":[{"system":"http://snomed.info/sct","code":"840539006"}]}]""", Outcome.Card)]
    [InlineData("""[{"coding":[{"system":"http://snomed.info/sct","code":"67782005"}]}]""", Outcome.Card)]
    [InlineData("""[{"text":"lungs"}]""", Outcome.Card)]
    [InlineData("""[{"coding":[{"system":"urn:oid:1.2","code":"x"}]}]""", Outcome.Card)]
    public void Only_another_coded_reason_takes_an_order_out(string reason, Outcome expected)
    {
        Assert.Equal(expected, Sign(Order(reason.Length == 0 ? string.Empty : $",\"reasonCode\":{reason}"), conditions: [Patients.Covid19]));
        Assert.Equal(expected, Sign(ServiceOrder(reason.Length == 0 ? string.Empty : $",\"reasonCode\":{reason}"), conditions: [Patients.Covid19]));
    }

    [Theory]
    [InlineData("U07.1", Outcome.Card)]
    [InlineData("D89.810", Outcome.Silence)]
    public void A_reason_that_is_referred_to_counts_like_one_that_is_coded(string code, Outcome expected)
    {
        const string reference = ""","reasonReference":[{"reference":"Condition/why"}]""";
        var why = Patients.Covid19.Replace("\"c\"", "\"why\"", StringComparison.Ordinal).Replace(Snomed, Icd10, StringComparison.Ordinal).Replace("840539006", code, StringComparison.Ordinal);

        Assert.Equal(expected, Sign(Order(reference), conditions: [Patients.Covid19, why]));
        Assert.Equal(expected, Sign(ServiceOrder(reference), conditions: [Patients.Covid19, why]));
    }

    [Theory]
    [InlineData("Condition/unknown")]
    [InlineData("Observation/why")]
    [InlineData("https://elsewhere.example.org/Condition/why")]
    public void A_reason_that_is_not_among_the_conditions_takes_no_order_out(string reference)
    {
        Assert.Equal(Outcome.Card, Sign(Order($$""","reasonReference":[{"reference":"{{reference}}"}]"""), conditions: [Patients.Covid19]));
    }

    [Fact]
    public void The_reason_of_the_order_is_evidence_of_covid19()
    {
        Assert.Equal(Outcome.Card, Sign(Order(""","reasonCode":[{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"U07.1"}]}]""")));
        Assert.Equal(Outcome.Silence, Sign(Order(""","reasonCode":[{"text":"COVID-19"}]""")));
    }

    [Theory]
    [InlineData("draft", Outcome.Card)]
    [InlineData("active", Outcome.Card)]
    [InlineData("on-hold", Outcome.Card)]
    [InlineData("cancelled", Outcome.Silence)]
    [InlineData("entered-in-error", Outcome.Silence)]
    [InlineData("stopped", Outcome.Silence)]
    [InlineData("completed", Outcome.Silence)]
    public void Only_open_orders_count(string status, Outcome expected) =>
        Assert.Equal(expected, Sign(Order().Replace("\"draft\"", $"\"{status}\"", StringComparison.Ordinal), conditions: [Patients.Covid19]));

    [Theory]
    [InlineData(Own, "msc-whartons-jelly", Outcome.Card)]
    [InlineData(Own, "exception-clinical-trial", Outcome.Silence)]
    [InlineData(Hcpcs, "S2142", Outcome.Silence)]
    [InlineData(Snomed, "234336002", Outcome.Silence)]
    [InlineData("http://www.cms.gov/Medicare/Coding/ICD10", "XW033F5", Outcome.Silence)]
    public void Only_codes_of_mesenchymal_cells_count(string system, string code, Outcome expected)
    {
        var coded = $$"""{"coding":[{"system":"{{system}}","code":"{{code}}"}]}""";

        Assert.Equal(expected, Sign(Order(medication: coded), conditions: [Patients.Covid19]));
        Assert.Equal(expected, Sign(ServiceOrder(code: coded), conditions: [Patients.Covid19]));
    }

    [Fact]
    public void A_code_of_the_block_list_beside_it_takes_an_order_out()
    {
        var both = $$"""{"coding":[{"system":"{{Hcpcs}}","code":"J3402"},{"system":"{{Snomed}}","code":"234336002"}]}""";

        Assert.Equal(Outcome.Silence, Sign(Order(medication: both), conditions: [Patients.Covid19]));
    }

    [Fact]
    public void An_order_to_refrain_is_no_order()
    {
        Assert.Equal(Outcome.Silence, Sign(Order(",\"doNotPerform\":true"), conditions: [Patients.Covid19]));
        Assert.Equal(Outcome.Card, Sign(Order(",\"doNotPerform\":false"), conditions: [Patients.Covid19]));
    }

    [Fact]
    public void A_medication_may_be_contained_sent_along_or_out_of_reach()
    {
        var contained = $$$"""{"resourceType":"MedicationRequest","id":"o","status":"draft","intent":"order","contained":[{"resourceType":"Medication","id":"m","code":{{{Msc}}}}],"medicationReference":{"reference":"#m"}}""";
        var reference = contained.Replace("\"contained\"", "\"x\"", StringComparison.Ordinal).Replace("\"#m\"", "\"Medication/m\"", StringComparison.Ordinal);

        Assert.Equal(Outcome.Card, Sign(contained, conditions: [Patients.Covid19]));
        Assert.Equal(Outcome.Card, Sign(reference, conditions: [Patients.Covid19], known: [("Medication/m", $$"""{"resourceType":"Medication","id":"m","code":{{Msc}}}""")]));
        Assert.Equal(Outcome.Silence, Sign(reference, conditions: [Patients.Covid19], known: [("Medication/m", """{"resourceType":"Medication","id":"m","code":{"text":"salt"}}""")]));
        Assert.Equal(Outcome.Untold, Sign(reference, conditions: [Patients.Covid19]));
        Assert.Equal(Outcome.Silence, Sign(reference, conditions: [Patients.Asthma]));
    }

    [Fact]
    public void An_order_beside_one_that_can_t_be_read_still_gets_its_card()
    {
        var unreadable = """{"resourceType":"MedicationRequest","id":"u","status":"draft","intent":"order","medicationReference":{"reference":"Medication/u"}}""";

        Assert.Equal(Outcome.Card, Read(Apply("order-sign", [("orders", [unreadable, Order()]), ("conditions", [Patients.Covid19])])));
    }

    [Theory]
    [InlineData("on-study", "active", true, Outcome.Silence)]
    [InlineData("on-study-intervention", "closed-to-accrual", true, Outcome.Silence)]
    [InlineData("on-study-observation", "active", true, Outcome.Card)]
    [InlineData("candidate", "active", true, Outcome.Card)]
    [InlineData("screening", "active", true, Outcome.Card)]
    [InlineData("withdrawn", "active", true, Outcome.Card)]
    [InlineData("on-study", "completed", true, Outcome.Card)]
    [InlineData("on-study", "active", false, Outcome.Card)]
    public void Only_a_running_study_of_mesenchymal_cells_excuses(string status, string study, bool about, Outcome expected)
    {
        var focus = about ? Msc : """{"coding":[{"system":"http://snomed.info/sct","code":"387458008"}]}""";
        var applied = Apply(
            "order-sign",
            [("orders", [Order()]), ("conditions", [Patients.Covid19]), ("trialEnrollments", [Enrolled(status)])],
            ("ResearchStudy/r", $$"""{"resourceType":"ResearchStudy","id":"r","status":"{{study}}","focus":[{{focus}}]}"""));

        Assert.Equal(expected, Read(applied));
        Assert.All(applied.Actions, action => Assert.Empty(action.Notes));
    }

    [Fact]
    public void An_enrolment_that_is_over_does_not_excuse()
    {
        var over = Enrolled("on-study").Replace("\"study\"", "\"period\":{\"end\":\"2020-05-01\"},\"study\"", StringComparison.Ordinal);
        var applied = Apply(
            "order-sign",
            [("orders", [Order()]), ("conditions", [Patients.Covid19]), ("trialEnrollments", [over])],
            ("ResearchStudy/r", $$"""{"resourceType":"ResearchStudy","id":"r","status":"active","focus":[{{Msc}}]}"""));

        Assert.Equal(Outcome.Card, Read(applied));
    }

    [Fact]
    public void A_study_that_does_not_say_what_it_is_about_adds_a_note_and_does_not_excuse()
    {
        var applied = Apply(
            "order-sign",
            [("orders", [Order()]), ("conditions", [Patients.Covid19]), ("trialEnrollments", [Enrolled("on-study")])],
            ("ResearchStudy/r", """{"resourceType":"ResearchStudy","id":"r","status":"active"}"""));

        Assert.Equal("enrolledInMscTrial", Assert.Single(Assert.Single(applied.Actions).Notes).What);
    }

    [Fact]
    public void Opening_the_chart_warns_of_active_treatment_only()
    {
        string[] covid = [Patients.Covid19];
        var active = Order().Replace("\"draft\"", "\"active\"", StringComparison.Ordinal);

        Assert.Equal(Outcome.Card, Read(Apply("patient-view", [("conditions", covid), ("medicationRequests", [active])])));
        Assert.Equal(Outcome.Card, Read(Apply("patient-view", [("conditions", covid), ("serviceRequests", [ServiceOrder().Replace("\"draft\"", "\"active\"", StringComparison.Ordinal)])])));
        Assert.Equal(Outcome.Silence, Read(Apply("patient-view", [("conditions", covid), ("medicationRequests", [Order()])])));
        Assert.Equal(Outcome.Silence, Read(Apply("patient-view", [("conditions", covid)])));
        Assert.Equal(Outcome.Silence, Read(Apply("patient-view", [("medicationRequests", [active])])));
        Assert.Equal(Outcome.Untold, Read(Apply("patient-view", [("conditions", covid), ("medicationRequests", null)])));
    }

    [Theory]
    [InlineData("2015-06-01", 1)]
    [InlineData("1950", 0)]
    [InlineData(null, 0)]
    public void A_child_gets_the_line_about_children(string? born, int lines)
    {
        var patient = $$"""{"resourceType":"Patient","id":"p"{{(born is null ? string.Empty : $",\"birthDate\":\"{born}\"")}}}""";
        var applied = Apply("order-sign", [("orders", [Order()]), ("conditions", [Patients.Covid19]), ("patient", [patient])]);

        Assert.Equal(lines, Assert.Single(applied.Actions).Remarks.Count(remark => remark.Contains("under 18", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(1, "77386006 2021-02-01")]
    [InlineData(1, "60001007 2021-01-01", "77386006 2021-02-01")]
    [InlineData(0, "77386006 2021-01-01", "60001007 2021-02-01")]
    [InlineData(0)]
    public void A_pregnant_patient_gets_the_line_about_pregnancy(int lines, params string[] statuses)
    {
        var observations = statuses.Select(status => Test($"final +{status}").Replace("94500-6", "82810-3", StringComparison.Ordinal));
        var applied = Apply("order-sign", [("orders", [Order()]), ("conditions", [Patients.Covid19]), ("pregnancyStatuses", [.. observations])]);

        Assert.Equal(lines, Assert.Single(applied.Actions).Remarks.Count(remark => remark.Contains("regnancy", StringComparison.Ordinal)));
    }

    private static string Status(string name, string? code) => code is null ? string.Empty : $$""","{{name}}":{"coding":[{"code":"{{code}}"}]}""";

    private static string Order(string more = "", string? medication = null) =>
        $$"""{"resourceType":"MedicationRequest","id":"o","status":"draft","intent":"order","medicationCodeableConcept":{{medication ?? Msc}}{{more}}}""";

    private static string ServiceOrder(string more = "", string? code = null) =>
        $$"""{"resourceType":"ServiceRequest","id":"o","status":"draft","intent":"order","code":{{code ?? Msc}}{{more}}}""";

    private static string Enrolled(string status) =>
        $$$"""{"resourceType":"ResearchSubject","id":"s","status":"{{{status}}}","study":{"reference":"ResearchStudy/r"},"individual":{"reference":"Patient/p"}}""";

    /// <summary>A test result from a short form: status, + SNOMED CT value, i interpretation, date.</summary>
    private static string Test(string form)
    {
        var parts = form.Split(' ');
        var more = string.Concat(parts[1..].Select(part => part[0] switch
        {
            '+' => $$""","valueCodeableConcept":{"coding":[{"system":"{{Snomed}}","code":"{{part[1..]}}"}]}""",
            'i' => $$""","interpretation":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation","code":"{{part[1..]}}"}]}]""",
            _ => $$""","effectiveDateTime":"{{part}}" """,
        }));
        return $$"""{"resourceType":"Observation","id":"t{{form.GetHashCode(StringComparison.Ordinal)}}","status":"{{parts[0]}}","code":{"coding":[{"system":"http://loinc.org","code":"94500-6"}]}{{more}}}""";
    }

    private static Outcome Sign(string order, string[]? conditions = null, string[]? tests = null, (string, string)[]? known = null) =>
        Read(Apply("order-sign", [("orders", [order]), ("conditions", conditions ?? []), ("virusTests", tests ?? [])], known ?? []));

    private static AppliedPlan Apply(string hook, (string, string[]?)[] given, params (string Reference, string Json)[] known)
    {
        var data = Patients.Data(given) with { References = known.ToDictionary(resource => resource.Reference, resource => Patients.Node(resource.Json)) };
        return Patients.All.Single(plan => plan.Hook == hook).Apply(data);
    }

    private static Outcome Read(AppliedPlan applied)
    {
        if (applied.Actions.Count > 0)
            return Outcome.Card;
        return applied.Undecided.Count > 0 ? Outcome.Untold : Outcome.Silence;
    }
}
