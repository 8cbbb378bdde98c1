using System.Collections;
using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using FhirMsc.Content;
using FhirMsc.Content.Tracing;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Tests.Artifacts;

/// <summary>Nothing that the content says gets lost: every text and figure is found again in the artifacts, and every record is the origin of an element.</summary>
public partial class LossTests
{
    /// <summary>What need not be found again, with the reason.</summary>
    private static readonly Dictionary<string, string> Exempt = new()
    {
        ["Rating.Scheme"] = "names a scheme inside the content",
        ["RatingScheme.Format"] = "checks the printed rating while reading",
        ["Rating.Printed"] = "part of the quotation; its codes are looked for",
        ["Subject.ValueSet"] = "names a value set inside the content; R4's Group has no place for a value set",
        ["Condition.ValueSet"] = "names a value set inside the content; R4's ResearchStudy has no place for a value set",
        ["Section.Parent"] = "becomes the nesting of sections",
        ["Outcome.Endpoint"] = "names an endpoint inside the content; the endpoint's words are looked for",
        ["ValueSetGroup.Licence"] = "names a licence inside the content; its notice is looked for",
        ["ValueSetGroup.CodeSystem"] = "names a code system inside the content; its URL has it",
        ["Recommendation.RestsOn"] = "names facts inside the content; they become justifications and citations",
        ["BackgroundFact.Id"] = "background facts are no resources of their own",
        ["Consideration.Id"] = "considerations are no resources of their own",
        ["Consideration.Criterion"] = "services say when to add the line",
        ["Risk.Id"] = "risks are no resources of their own",
        ["ExceptionCase.Id"] = "exceptions are characteristics of a group",
        ["ExceptionCase.Criterion"] = "becomes a condition; the criterion itself is looked for",
        ["Endpoint.Id"] = "endpoints are no resources of their own",
        ["RatingScheme.Id"] = "schemes are code systems under other ids",
        ["Licence.Id"] = "licences are notices",
        ["Criterion.ExpressionR5"] = "for R5",
        ["Criterion.Expression"] = "value sets are filled in; looked for below",
        ["GuidelineSource.Label"] = "said by the cards, in words of their own",
        ["CardContent.Detail"] = "places are filled in; looked for in the service tests",
        ["CardContent.Summary"] = "looked for in the service tests",
        ["RatingAxis.MappedTo"] = "looked for in the concept maps",
    };

    [Theory]
    [MemberData(nameof(Committed.Releases), MemberType = typeof(Committed))]
    public void Every_text_and_figure_of_the_content_is_in_some_artifact(string release)
    {
        var haystack = string.Join('\n', Committed.For(release).Artifacts.SelectMany(artifact => Texts(artifact.Tree.Root)));
        var lost = Leaves(Committed.Guideline)
            .Where(leaf => !Exempt.ContainsKey(leaf.Name) && !haystack.Contains(Normal(leaf.Text), StringComparison.Ordinal))
            .Select(leaf => $"{leaf.Origin.Position} {leaf.Name}: {leaf.Text}")
            .Distinct()
            .ToList();

        Assert.True(lost.Count == 0, $"{lost.Count} lost:\n{string.Join('\n', lost)}");
    }

    [Fact]
    public void Every_exemption_is_needed()
    {
        var names = Leaves(Committed.Guideline).Select(leaf => leaf.Name).ToHashSet();

        Assert.All(Exempt.Keys, name => Assert.Contains(name, names));
    }

    [Theory]
    [MemberData(nameof(Committed.Releases), MemberType = typeof(Committed))]
    public void Every_record_of_the_page_is_the_origin_of_an_element(string release)
    {
        var traced = Committed.For(release).Artifacts.SelectMany(artifact => artifact.Origins.Values).Select(origin => origin.Path).ToHashSet();
        var untraced = Records(Committed.Guideline).Select(record => record.Origin)
            .Where(origin => origin.Place is not null && !traced.Any(path => path == origin.Path || path.StartsWith(origin.Path + ".", StringComparison.Ordinal) || path.StartsWith(origin.Path + "[", StringComparison.Ordinal)))
            .Select(origin => $"{origin.Position} {origin.Path}")
            .ToList();

        Assert.True(untraced.Count == 0, string.Join('\n', untraced));
    }

    [Theory]
    [MemberData(nameof(Committed.Releases), MemberType = typeof(Committed))]
    public void Origins_name_elements_that_are_there(string release)
    {
        foreach (var artifact in Committed.For(release).Artifacts)
        {
            var paths = Nodes(artifact.Tree.Root).Select(NodePath.Of).ToHashSet();

            Assert.Contains(artifact.ResourceType, artifact.Origins.Keys);
            Assert.Empty(artifact.Origins.Keys.Except(paths));
        }
    }

    private static IEnumerable<Node> Nodes(Node node) => node.Children.AsEnumerable().SelectMany(Nodes).Prepend(node);

    private static IEnumerable<string> Texts(Node node)
    {
        foreach (var text in Nodes(node).Where(each => each.HasValue).Select(each => (each.Name, Text: each.Text!)))
        {
            yield return Normal(text.Name == "div" ? WebUtility.HtmlDecode(Tags().Replace(text.Text, " ")) : text.Text);
        }
    }

    private static string Normal(string text) => Blanks().Replace(text, " ").Trim();

    private static IEnumerable<(string Name, string Text, Origin Origin)> Leaves(ITraceable root) =>
        from record in Records(root)
        from property in Properties(record)
        from value in Values(property.GetValue(record))
        select ($"{record.GetType().Name}.{property.Name}", value, record.Origin);

    private static IEnumerable<ITraceable> Records(ITraceable record) => Properties(record)
        .SelectMany(property => property.GetValue(record) switch
        {
            ITraceable child => [child],
            IEnumerable<ITraceable> children => children,
            _ => (IEnumerable<ITraceable>)[],
        })
        .SelectMany(Records)
        .Prepend(record);

    private static IEnumerable<PropertyInfo> Properties(ITraceable record) =>
        record.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.Name != nameof(ITraceable.Origin) && property.GetIndexParameters().Length == 0);

    private static IEnumerable<string> Values(object? value) => value switch
    {
        null or ITraceable or bool or Enum => [],
        string text => [text],
        int number => [number.ToString(CultureInfo.InvariantCulture)],
        PrintedDecimal or PartialDate => [value.ToString()!],
        ConceptReference concept => [concept.Code],
        Coding coding => [coding.System, coding.Code],
        IEnumerable<string> texts => texts,
        IEnumerable => [],
        _ => [value.ToString()!],
    };

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
