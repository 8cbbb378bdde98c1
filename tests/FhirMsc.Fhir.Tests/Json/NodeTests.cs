using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Tests.Json;

public class NodeTests
{
    [Fact]
    public void A_node_that_does_not_exist_has_neither_text_nor_children()
    {
        var missing = JsonParser.Parse("""{"resourceType":"Patient","id":"1"}""").Tree!.Root.Child("name");

        Assert.False(missing.Exists);
        Assert.Null(missing.Text);
        Assert.False(missing.Child("family").Exists);
        Assert.Null(missing.Child("family").Child("extension").Text);
    }
}
