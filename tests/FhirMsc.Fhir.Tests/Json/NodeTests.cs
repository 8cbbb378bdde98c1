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

    [Fact]
    public void A_lent_tree_is_as_any_other_until_it_is_given_back()
    {
        var text = System.Text.Encoding.UTF8.GetBytes("""{"resourceType":"Patient","id":"1","name":[{"family":"A"},{"family":"B"}]}""");
        var lent = JsonParser.ParseLent(text).Tree!;
        var kept = JsonParser.Parse(text).Tree!;
        Assert.Equal(kept.Count, lent.Count);
        Assert.Equal(JsonWriter.Write(kept.Root), JsonWriter.Write(lent.Root));
        Assert.Throws<ArgumentOutOfRangeException>(() => lent[lent.Count]);

        var id = lent.Root.Child("id");
        lent.Release();
        lent.Release();
        kept.Release();

        // Whoever has the memory next must not be seen through the old tree.
        var next = JsonParser.ParseLent("""{"resourceType":"Patient","id":"2","gender":"male"}"""u8.ToArray()).Tree!;
        Assert.Equal("2", next.Root.Child("id").Text);
        Assert.Throws<IndexOutOfRangeException>(() => id.Text);
        Assert.Throws<IndexOutOfRangeException>(() => lent.Root.Children.Any());
        Assert.Throws<ArgumentOutOfRangeException>(() => lent[0]);
        Assert.Equal("1", kept.Root.Child("id").Text);
    }
}
