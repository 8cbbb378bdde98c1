using System.Globalization;
using FhirMsc.Fhir.FhirPath.Ports;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Validation.Questionnaires;

/// <summary>Walks a response beside its form: the same items in the same nesting and order, and what each must have.</summary>
internal sealed class ResponseCheck(Node response, Form form, ValidationRun run, IssueSink sink)
{
    private const string MinOccurs = "http://hl7.org/fhir/StructureDefinition/questionnaire-minOccurs";
    private const string MaxOccurs = "http://hl7.org/fhir/StructureDefinition/questionnaire-maxOccurs";

    private readonly Enablement enablement = new(response, form, run);
    private readonly AnswerCheck answers = new(form, run, sink);

    /// <summary>Only a response that claims to be complete must be: one that is under way, or was broken off, may lack answers.</summary>
    private readonly bool isComplete = response.Child("status").Text is not ("in-progress" or "stopped" or "entered-in-error");

    public void Check() => Items(response, form.Items);

    private void Items(Node parent, IReadOnlyList<FormItem> expected)
    {
        var found = new Dictionary<FormItem, List<Node>>(ReferenceEqualityComparer.Instance);
        var last = -1;
        foreach (var node in parent.ChildrenNamed("item"))
        {
            if (node.Child("linkId").Text is not { } linkId)
            {
                continue;
            }

            var place = IndexOf(expected, linkId);
            if (place < 0)
            {
                Misplaced(node, linkId, parent);
                continue;
            }

            if (place < last)
            {
                sink.Report(ResponseIssues.Order, node, linkId, expected[last].LinkId);
            }

            last = Math.Max(last, place);
            if (!found.TryGetValue(expected[place], out var nodes))
            {
                found.Add(expected[place], nodes = []);
            }

            nodes.Add(node);
        }

        foreach (var item in expected)
        {
            Item(item, found.GetValueOrDefault(item, []), parent);
        }
    }

    private static int IndexOf(IReadOnlyList<FormItem> items, string linkId)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].LinkId == linkId)
            {
                return i;
            }
        }

        return -1;
    }

    private void Misplaced(Node node, string linkId, Node parent)
    {
        if (form.ByLinkId.GetValueOrDefault(linkId) is { } elsewhere)
        {
            sink.Report(ResponseIssues.WrongPlace, node, linkId, elsewhere.Parent is { } outer ? $"in '{outer.LinkId}'" : "at the top");
        }
        else
        {
            sink.Report(ResponseIssues.UnknownLinkId, node, linkId);
        }
    }

    private void Item(FormItem item, List<Node> nodes, Node parent)
    {
        if (nodes.Count == 0)
        {
            if (item.IsRequired && isComplete && item.Type != "display" && enablement.IsEnabled(item, parent) == Answer.Yes)
            {
                sink.Report(ResponseIssues.Required, parent, item.LinkId);
            }

            return;
        }

        if (nodes.Count > 1 && (!item.IsGroup || !item.Repeats))
        {
            sink.Report(ResponseIssues.RepeatedItem, nodes[1], item.LinkId, nodes.Count, item.IsGroup ? "The group does not repeat." : "A question has one item, with all of its answers.");
        }

        foreach (var node in nodes)
        {
            One(item, node);
        }
    }

    private void One(FormItem item, Node node)
    {
        if (node.Child("text").Text is { } text && item.Node.Child("text").Text is { } asked && text.Trim() != asked.Trim())
        {
            sink.Report(ResponseIssues.Text, node.Child("text"), item.LinkId);
        }

        var given = node.ChildrenNamed("answer").ToList();
        var enabled = enablement.IsEnabled(item, node);
        if (enabled == Answer.No && HasContent(node))
        {
            sink.Report(ResponseIssues.NotEnabled, node, item.LinkId);
        }

        if (item.IsQuestion)
        {
            Question(item, node, given, enabled);
            return;
        }

        if (given.Count > 0)
        {
            sink.Report(ResponseIssues.NoAnswers, node, item.LinkId, item.Type);
        }

        if (item.IsGroup)
        {
            if (item.IsRequired && isComplete && enabled == Answer.Yes && !node.ChildrenNamed("item").Any())
            {
                sink.Report(ResponseIssues.EmptyGroup, node, item.LinkId);
            }

            Items(node, item.Items);
        }
    }

    private void Question(FormItem item, Node node, List<Node> given, Answer enabled)
    {
        if (node.ChildrenNamed("item").FirstOrDefault() is { Exists: true } inside)
        {
            sink.Report(ResponseIssues.ItemsInQuestion, inside, item.LinkId);
        }

        var isMissing = given.Count == 0 && item.IsRequired && isComplete && enabled == Answer.Yes;
        if (isMissing)
        {
            sink.Report(ResponseIssues.Required, node, item.LinkId);
        }

        if (given.Count > 1 && !item.Repeats)
        {
            sink.Report(ResponseIssues.TooManyAnswers, node, item.LinkId, given.Count, "one is");
        }

        if (Count(item, MaxOccurs) is { } most && given.Count > most)
        {
            sink.Report(ResponseIssues.TooManyAnswers, node, item.LinkId, given.Count, $"at most {most} are");
        }

        if (!isMissing && isComplete && given.Count > 0 && Count(item, MinOccurs) is { } least && given.Count < least)
        {
            sink.Report(ResponseIssues.TooFewAnswers, node, item.LinkId, given.Count, least);
        }

        answers.Check(item, given);
        foreach (var answer in given)
        {
            Items(answer, item.Items);
        }
    }

    private static bool HasContent(Node node) =>
        node.ChildrenNamed("answer").Any() || node.ChildrenNamed("item").Any(HasContent);

    private static int? Count(FormItem item, string url) =>
        ChoiceValue.OfExtension(item.Node, url).Node.Text is { } text && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;
}
