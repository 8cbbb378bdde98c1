using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Validation.Questionnaires;

/// <summary>A Questionnaire, read.</summary>
internal sealed class Form
{
    public Form(Node questionnaire)
    {
        Node = questionnaire;
        Items = FormItem.ReadAll(questionnaire, null);
        All = [.. Items.SelectMany(item => item.SelfAndBelow)];
        foreach (var item in All)
        {
            ByLinkId.TryAdd(item.LinkId, item);
        }
    }

    /// <summary>The resource.</summary>
    public Node Node { get; }

    /// <summary>The items at the top.</summary>
    public IReadOnlyList<FormItem> Items { get; }

    /// <summary>All items, each before those in it.</summary>
    public IReadOnlyList<FormItem> All { get; }

    /// <summary>The items by <c>linkId</c>; of two with the same the first.</summary>
    public Dictionary<string, FormItem> ByLinkId { get; } = new(StringComparer.Ordinal);
}
