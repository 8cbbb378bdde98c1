using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Tests.Json;

public class NodePathTests
{
    private const string Text = """
        {"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Patient","name":[{"given":["a","b"],"_given":[null,{"id":"x"}]},{"family":"c"}]}},{"fullUrl":"d"}],"total":2}
        """;

    [Fact]
    public void A_path_counts_items_and_starts_with_the_type()
    {
        var tree = JsonParser.Parse(Text).Tree!;
        var second = tree.Root.Child("entry").Child("resource").Child("name").ChildrenNamed("given").Last();

        Assert.Equal("Bundle.entry[0].resource.name[0].given[1].id", NodePath.Of(second.Child("id")));
    }

    [Fact]
    public void Paths_found_together_are_those_found_alone()
    {
        var tree = JsonParser.Parse(Text).Tree!;
        var all = Enumerable.Range(0, tree.Count).ToList();
        var together = new NodePaths(tree, all);

        Assert.All(all, node => Assert.Equal(NodePath.Of(tree[node]), together[node]));
        Assert.Equal("Bundle.total", new NodePaths(tree, [tree.Root.Child("total").Index])[tree.Root.Child("total").Index]);
    }

    [Fact]
    public void Positions_asked_for_in_any_order_are_the_same()
    {
        var tree = JsonParser.Parse("{\"é😀\":[1,\n2,\"😀\",3],\"b\":4}").Tree!;
        var nodes = tree.Root.Children.ToList();
        var forward = nodes.ConvertAll(node => node.Position);
        nodes.Reverse();
        var backward = nodes.ConvertAll(node => node.Position);
        backward.Reverse();

        Assert.Equal(forward, backward);
        Assert.Equal(["1:9", "2:1", "2:3", "2:8", "2:15"], forward.Select(position => position.ToString()));
    }
}
