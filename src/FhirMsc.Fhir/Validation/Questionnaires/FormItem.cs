using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Validation.Questionnaires;

/// <summary>One item of a Questionnaire.</summary>
internal sealed class FormItem
{
    private FormItem(Node node, FormItem? parent)
    {
        Node = node;
        Parent = parent;
        LinkId = node.Child("linkId").Text ?? string.Empty;
        Type = node.Child("type").Text ?? string.Empty;
        Items = ReadAll(node, this);
    }

    /// <summary>The item.</summary>
    public Node Node { get; }

    /// <summary>The item that it is in; <see langword="null"/> at the top.</summary>
    public FormItem? Parent { get; }

    /// <summary>Its <c>linkId</c>; empty if it has none.</summary>
    public string LinkId { get; }

    /// <summary>Its type: a code of <c>item-type</c>; empty if it has none.</summary>
    public string Type { get; }

    /// <summary>The items in it.</summary>
    public IReadOnlyList<FormItem> Items { get; }

    /// <summary>Whether there must be an answer, or for a group some content.</summary>
    public bool IsRequired => Node.Child("required").Text == "true";

    /// <summary>Whether there may be more than one answer, or group.</summary>
    public bool Repeats => Node.Child("repeats").Text == "true";

    /// <summary>Whether it holds other items and no answers.</summary>
    public bool IsGroup => Type == "group";

    /// <summary>Whether it can be answered; <c>question</c> is abstract and only stands for those that can.</summary>
    public bool IsQuestion => Type is not ("group" or "display" or "question" or "");

    /// <summary>It and all items in it, each before those in it.</summary>
    public IEnumerable<FormItem> SelfAndBelow => Items.SelectMany(item => item.SelfAndBelow).Prepend(this);

    /// <summary>Whether an item is in it, at any depth.</summary>
    public bool Contains(FormItem other)
    {
        for (var at = other.Parent; at is not null; at = at.Parent)
        {
            if (ReferenceEquals(at, this))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The items right in a Questionnaire or an item.</summary>
    public static IReadOnlyList<FormItem> ReadAll(Node parent, FormItem? parentItem) => [.. parent.ChildrenNamed("item").Select(item => new FormItem(item, parentItem))];
}
