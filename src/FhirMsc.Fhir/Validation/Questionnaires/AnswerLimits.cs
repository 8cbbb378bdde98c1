using System.Globalization;
using System.Text.RegularExpressions;
using FhirMsc.Fhir.FhirPath.Ports;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Validation.References;

namespace FhirMsc.Fhir.Validation.Questionnaires;

/// <summary>Checks an answer against the limits that an item states with <c>maxLength</c> and with extensions (minValue, maxValue, minLength, regex, maxDecimalPlaces, mimeType, maxSize, units, referenceResource).</summary>
internal sealed class AnswerLimits(ValidationRun run, IssueSink sink)
{
    private const string Core = "http://hl7.org/fhir/StructureDefinition/";
    private const string Sdc = "http://hl7.org/fhir/uv/sdc/StructureDefinition/";

    /// <summary>A pattern from a form must not hold up the validation.</summary>
    private static readonly TimeSpan LongestMatch = TimeSpan.FromMilliseconds(200);

    public void Check(FormItem item, ChoiceValue value)
    {
        Range(item, value);
        switch (value.Type)
        {
            case "String" or "Uri":
                Text(item, value.Node);
                break;
            case "Decimal":
                Places(item, value.Node);
                break;
            case "Quantity":
                Places(item, value.Node.Child("value"));
                Unit(item, value.Node);
                break;
            case "Attachment":
                File(item, value.Node);
                break;
            case "Reference":
                Target(item, value.Node);
                break;
            default:
                break;
        }
    }

    private void Range(FormItem item, ChoiceValue value)
    {
        foreach (var (url, isLeast) in new[] { (Core + "minValue", true), (Core + "maxValue", false), (Sdc + "sdc-questionnaire-minQuantity", true), (Sdc + "sdc-questionnaire-maxQuantity", false) })
        {
            var limit = ChoiceValue.OfExtension(item.Node, url);
            if (!limit.Exists)
            {
                continue;
            }

            if (AnswerComparison.Order(value, limit) is { } order)
            {
                if (isLeast ? order < 0 : order > 0)
                {
                    sink.Report(ResponseIssues.Limit, value.Node, item.LinkId, isLeast ? "less" : "more", limit.Node.Text ?? $"{limit.Node.Child("value").Text} {limit.Node.Child("unit").Text}");
                }
            }
            else if (value.Type == "Quantity" && limit.Type == "Quantity")
            {
                sink.Report(ResponseIssues.NotComparable, value.Node, item.LinkId, isLeast ? "minimum" : "maximum");
            }
        }
    }

    private void Text(FormItem item, Node value)
    {
        var text = value.Text ?? string.Empty;
        var length = new StringInfo(text).LengthInTextElements;
        if (Number(item.Node.Child("maxLength")) is { } most && length > most)
        {
            sink.Report(ResponseIssues.Limit, value, item.LinkId, "longer", $"{most} characters");
        }

        if (Number(ChoiceValue.OfExtension(item.Node, Core + "minLength").Node) is { } least && length < least)
        {
            sink.Report(ResponseIssues.Limit, value, item.LinkId, "shorter", $"{least} characters");
        }

        if (ChoiceValue.OfExtension(item.Node, Core + "regex").Node.Text is { } pattern && Matches(text, pattern) == false)
        {
            sink.Report(ResponseIssues.Pattern, value, item.LinkId, ChoiceValue.OfExtension(item.Node, Core + "entryFormat").Node.Text ?? pattern);
        }
    }

    /// <summary>Whether the whole text has the form; <see langword="null"/> if the pattern is none, or takes too long.</summary>
    private static bool? Matches(string text, string pattern)
    {
        try
        {
            return Regex.IsMatch(text, $@"\A(?:{pattern})\z", RegexOptions.CultureInvariant, LongestMatch);
        }
        catch (Exception e) when (e is ArgumentException or RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private void Places(FormItem item, Node number)
    {
        if (Number(ChoiceValue.OfExtension(item.Node, Core + "maxDecimalPlaces").Node) is { } most && number.Text is { } text)
        {
            var point = text.IndexOf('.', StringComparison.Ordinal);
            var end = text.AsSpan().IndexOfAny('e', 'E');
            if (point >= 0 && (end < 0 ? text.Length : end) - point - 1 > most)
            {
                sink.Report(ResponseIssues.Limit, number.Name == "value" ? number.Parent : number, item.LinkId, "more exact", $"{most} decimal places");
            }
        }
    }

    private void Unit(FormItem item, Node quantity)
    {
        var allowed = item.Node.ChildrenNamed("extension").Where(extension => extension.Child("url").Text == Core + "questionnaire-unitOption").Select(extension => extension.Child("valueCoding")).ToList();
        var (system, code) = (quantity.Child("system").Text, quantity.Child("code").Text);
        if (allowed.Count > 0 && !allowed.Exists(unit => unit.Child("code").Text == code && (unit.Child("system").Text == system || system is null)))
        {
            sink.Report(ResponseIssues.Unit, quantity, item.LinkId, string.Join(", ", allowed.Select(unit => unit.Child("code").Text)));
        }

        if (ChoiceValue.OfExtension(item.Node, Core + "questionnaire-unitValueSet").Node.Text is { } valueSet && (code is null || run.IsMember(new CodedValue(system, code), valueSet) == Answer.No))
        {
            sink.Report(ResponseIssues.Unit, quantity, item.LinkId, valueSet);
        }
    }

    private void File(FormItem item, Node attachment)
    {
        if (ChoiceValue.OfExtension(item.Node, Core + "maxSize").Node.Text is { } most
            && decimal.TryParse(most, NumberStyles.Float, CultureInfo.InvariantCulture, out var limit)
            && decimal.TryParse(attachment.Child("size").Text ?? Attachments.AttachmentRule.SizeOf(attachment.Child("data"))?.ToString(CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var size)
            && size > limit)
        {
            sink.Report(ResponseIssues.Limit, attachment.Parent, item.LinkId, "larger", $"{most} bytes");
        }

        var types = item.Node.ChildrenNamed("extension").Where(extension => extension.Child("url").Text == Core + "mimeType").Select(extension => ChoiceValue.Of(extension, "value").Node.Text).OfType<string>().ToList();
        if (types.Count > 0 && attachment.Child("contentType").Text is var type && !types.Exists(allowed => string.Equals(allowed, type, StringComparison.OrdinalIgnoreCase)))
        {
            sink.Report(ResponseIssues.ContentType, attachment, item.LinkId, string.Join(", ", types));
        }
    }

    private void Target(FormItem item, Node reference)
    {
        var types = item.Node.ChildrenNamed("extension").Where(extension => extension.Child("url").Text == Core + "questionnaire-referenceResource").Select(extension => ChoiceValue.Of(extension, "value").Node.Text).OfType<string>().ToList();
        if (types.Count == 0)
        {
            return;
        }

        var text = reference.Child("reference").Text;
        var type = ServerAddress.Read(text)?.Type ?? reference.Child("type").Text ?? TypeAt(reference, text);
        if (type is not null && !types.Contains(type))
        {
            sink.Report(ResponseIssues.ReferenceType, reference, item.LinkId, type, string.Join(", ", types));
        }
    }

    private string? TypeAt(Node from, string? reference) => reference is not null && run.Resolve(from, reference) is { Exists: true } target ? target.ResourceType : null;

    private static int? Number(Node node) => node.Text is { } text && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
