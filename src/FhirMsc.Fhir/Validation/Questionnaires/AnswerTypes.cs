using System.Collections.Frozen;

namespace FhirMsc.Fhir.Validation.Questionnaires;

/// <summary>The types of answers that an item's type stands for (https://hl7.org/fhir/R4/codesystem-item-type.html), as names of <c>value[x]</c> end.</summary>
internal static class AnswerTypes
{
    private static readonly FrozenDictionary<string, string[]> ByItemType = new Dictionary<string, string[]>
    {
        ["boolean"] = ["Boolean"],
        ["decimal"] = ["Decimal"],
        ["integer"] = ["Integer"],
        ["date"] = ["Date"],
        ["dateTime"] = ["DateTime"],
        ["time"] = ["Time"],
        ["string"] = ["String"],
        ["text"] = ["String"],
        ["url"] = ["Uri"],
        ["attachment"] = ["Attachment"],
        ["reference"] = ["Reference"],
        ["quantity"] = ["Quantity"],

        // Options may be of other types than Coding (Questionnaire.item.answerOption.value[x]), and then answers are too.
        ["choice"] = ["Coding", "Date", "Time", "Integer", "String", "Reference"],
        ["open-choice"] = ["Coding", "Date", "Time", "Integer", "String", "Reference"],
        ["coding"] = ["Coding", "String"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The types; empty for items that have no answers, <see langword="null"/> for an item type that is not known.</summary>
    public static string[]? Of(string itemType) => itemType is "group" or "display" or "question" ? [] : ByItemType.GetValueOrDefault(itemType);
}
