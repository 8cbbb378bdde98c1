using FhirMsc.Decisions;
using FhirMsc.Hooks.Prefetch;

namespace FhirMsc.Tests.Hooks.Prefetch;

public class SelectedOrdersTests
{
    private const string Procedure = """{"resourceType":"ServiceRequest","id":"proc-1","status":"draft","intent":"order","subject":{"reference":"Patient/p1"}}""";

    private static readonly PlanInput Medications = new("orders", "MedicationRequest", null, null);
    private static readonly PlanInput Procedures = new("orders", "ServiceRequest", null, null);

    [Fact]
    public void Signing_is_about_every_order_of_the_type() =>
        Assert.Equal(["msc-1", "dex-1"], Ids(Orders(Samples.Sign(orders: $"{Samples.Order}}},{{\"resource\":{Samples.OtherOrder}}},{{\"resource\":{Procedure}"), "order-sign", Medications)));

    [Fact]
    public void An_input_of_two_types_holds_both() =>
        Assert.Equal(["msc-1", "proc-1"], Ids(Orders(Samples.Sign(orders: $"{Samples.Order}}},{{\"resource\":{Procedure}"), "order-sign", Medications, Procedures)));

    [Theory]
    [InlineData("""["MedicationRequest/msc-1"]""", "msc-1")]
    [InlineData("""["MedicationRequest/msc-1/_history/1"]""", "msc-1")]
    [InlineData("""["https://ehr.example.org/r4/MedicationRequest/msc-1"]""", "msc-1")]
    [InlineData("""["msc-1"]""", "msc-1")]
    [InlineData("""["MedicationRequest/dex-1","MedicationRequest/msc-1"]""", "msc-1 dex-1")]
    [InlineData("""["ServiceRequest/proc-1"]""", "")]
    [InlineData("[]", "")]
    public void Selecting_is_about_the_selected_orders_only(string selections, string ids)
    {
        var value = Orders(Samples.Select(selections, "{}", Samples.Order, Samples.OtherOrder, Procedure), "order-select", Medications);

        Assert.Null(value.Unavailable);
        Assert.Equal(ids, string.Join(' ', Ids(value)));
    }

    [Fact]
    public void A_selection_may_be_a_full_url()
    {
        const string json = """
            {"hook":"order-select","hookInstance":"i","context":{"userId":"u","patientId":"p1","selections":["urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0"],
             "draftOrders":{"resourceType":"Bundle","entry":[{"fullUrl":"urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0","resource":{"resourceType":"MedicationRequest"}}]}}}
            """;

        Assert.Single(Orders(json, "order-select", Medications).Resources);
    }

    [Theory]
    [InlineData("""["MedicationRequest/gone"]""", true)]
    [InlineData("""["gone"]""", true)]
    [InlineData("""["MedicationRequest/msc-1","MedicationRequest/gone"]""", true)]
    [InlineData("""["ServiceRequest/gone"]""", false)]
    public void A_selected_order_that_is_not_there_is_not_no_order(string selections, bool unknown) =>
        Assert.Equal(unknown, Orders(Samples.Select(selections, "{}", Samples.Order), "order-select", Medications).Unavailable is not null);

    [Fact]
    public void An_order_for_another_patient_is_not_used() =>
        Assert.Contains("another patient", Orders(Samples.Sign(orders: Samples.Order.Replace("Patient/p1", "Patient/p2", StringComparison.Ordinal)), "order-sign", Medications).Unavailable, StringComparison.Ordinal);

    [Fact]
    public void A_hook_without_orders_is_about_none()
    {
        var value = Orders(Samples.View(), "patient-view", Medications);

        Assert.Null(value.Unavailable);
        Assert.Empty(value.Resources);
    }

    private static InputValue Orders(string json, string hook, params PlanInput[] inputs) =>
        PatientDataReader.Read(Samples.Request(json, hook), inputs).Inputs["orders"];

    private static IEnumerable<string?> Ids(InputValue value) => value.Resources.Select(resource => resource.Child("id").Text);
}
