using System.Globalization;
using FhirMsc.Content.Reading.Yaml;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Content.Reading.Maps;

/// <summary>The kinds of values a key can hold.</summary>
internal sealed partial class MapReader
{
    /// <summary>Text that must be there. Line breaks around it are dropped.</summary>
    public string Text(string key) => OptionalText(key, true) ?? string.Empty;

    /// <summary>Text that may be left out.</summary>
    public string? OptionalText(string key) => OptionalText(key, false);

    /// <summary>Text that must satisfy a test.</summary>
    /// <param name="key">The key.</param>
    /// <param name="test">Whether the text is good.</param>
    /// <param name="kind">What to report otherwise, with the text as its first argument.</param>
    public string Text(string key, Func<string, bool> test, IssueKind kind) => Tested(key, true, test, kind) ?? string.Empty;

    /// <summary>Text that may be left out but must satisfy a test.</summary>
    public string? OptionalText(string key, Func<string, bool> test, IssueKind kind) => Tested(key, false, test, kind);

    /// <summary>A whole number that may be left out.</summary>
    public int? OptionalCount(string key) => Count(key, false);

    /// <summary>A whole number that must be there.</summary>
    public int Count(string key) => Count(key, true) ?? 0;

    /// <summary>A decimal number with its digits that may be left out.</summary>
    public PrintedDecimal? OptionalDecimal(string key) => Decimal(key, false);

    /// <summary>A decimal number with its digits; a blank one (no digits at all) when it is missing.</summary>
    public PrintedDecimal Decimal(string key) => Decimal(key, true) ?? default;

    /// <summary>A date that must be there.</summary>
    public PartialDate Date(string key) => Date(key, true) ?? new PartialDate(string.Empty);

    /// <summary>A date that may be left out.</summary>
    public PartialDate? OptionalDate(string key) => Date(key, false);

    /// <summary><c>true</c> or <c>false</c>.</summary>
    /// <param name="key">The key.</param>
    /// <param name="absent">What its absence means; <see langword="null"/> when it must be there.</param>
    public bool Flag(string key, bool? absent = null)
    {
        var scalar = Scalar(key, new KeyShape(KeyKind.Boolean, absent is null));
        if (scalar is null)
            return absent ?? false;
        if (scalar.Text is not ("true" or "false"))
            Report.Add(ContentIssues.UnknownWord, scalar.Path, scalar.Text, key, "true, false", string.Empty);
        return scalar.Text == "true";
    }

    /// <summary>One of the words of an enumeration.</summary>
    /// <param name="key">The key.</param>
    /// <param name="absent">What its absence means; <see langword="null"/> when it must be there.</param>
    public T Choice<T>(string key, T? absent = null)
        where T : struct, Enum
    {
        var scalar = Scalar(key, new KeyShape(KeyKind.Choice, absent is null, string.Join('|', Words<T>.All)));
        if (scalar is null)
            return absent ?? default;
        if (!Words<T>.TryRead(scalar.Text, out var value))
            Report.Add(ContentIssues.UnknownWord, scalar.Path, scalar.Text, key, string.Join(", ", Words<T>.All), Nearest.Hint(scalar.Text, Words<T>.All));
        return value;
    }

    /// <summary>A list of texts; empty when the key is absent.</summary>
    public IReadOnlyList<string> Texts(string key, bool required = false)
    {
        var node = Value(key, new KeyShape(KeyKind.Texts, required));
        if (node is null)
            return [];
        if (node is not SourceList list)
            return Wrong<string>(node, key, "a list");
        var texts = new List<string>();
        foreach (var item in list.Items)
        {
            if (item is SourceScalar { IsNull: false } scalar)
                texts.Add(scalar.Text.Trim());
            else
                Report.Add(ContentIssues.WrongType, item.Path, $"an item of \"{key}\"", "a single value", item.Shape);
        }

        return texts;
    }

    /// <summary>A list of texts that must each satisfy a test.</summary>
    public IReadOnlyList<string> Texts(string key, Func<string, bool> test, IssueKind kind, bool required = false)
    {
        var texts = Texts(key, required);
        for (var i = 0; i < texts.Count; i++)
        {
            if (!test(texts[i]))
                Report.Add(kind, KeyPath.Item(KeyPath.Key(Path, key), i), texts[i]);
        }

        return texts;
    }

    /// <summary>A map from codes to displays; a display may be left empty. What is reported of a code points to the code, not to its display.</summary>
    public IReadOnlyList<SourceEntry> Codes(string key)
    {
        var node = Value(key, new KeyShape(KeyKind.Codes, true));
        if (node is not SourceMap map)
        {
            if (node is not null)
                Report.Add(ContentIssues.WrongType, node.Path, $"\"{key}\"", "a map from codes to displays", node.Shape);
            return [];
        }

        foreach (var entry in map.Entries.Where(entry => entry.Value is SourceScalar))
            Report.Locate(entry.Value.Path, entry.KeyPosition);
        foreach (var entry in map.Entries.Where(entry => entry.Value is not SourceScalar))
            Report.Add(ContentIssues.WrongType, entry.Value.Path, $"\"{entry.Key}\"", "the display of the code, or nothing", entry.Value.Shape);
        return [.. map.Entries.Where(entry => entry.Value is SourceScalar)];
    }

    private string? OptionalText(string key, bool required)
    {
        var scalar = Scalar(key, new KeyShape(KeyKind.Text, required));
        var text = scalar?.Text.Trim();
        if (text is not { Length: 0 })
            return text;
        Report.Add(ContentIssues.EmptyValue, scalar!.Path, key);
        return null;
    }

    private string? Tested(string key, bool required, Func<string, bool> test, IssueKind kind)
    {
        var text = OptionalText(key, required);
        if (text is not null && !test(text))
            Report.Add(kind, KeyPath.Key(Path, key), text);
        return text;
    }

    private int? Count(string key, bool required)
    {
        var scalar = Scalar(key, new KeyShape(KeyKind.Count, required));
        if (scalar is null)
            return null;
        if (int.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        Report.Add(ContentIssues.BadCount, scalar.Path, scalar.Text, key);
        return null;
    }

    private PrintedDecimal? Decimal(string key, bool required)
    {
        var scalar = Scalar(key, new KeyShape(KeyKind.Decimal, required));
        if (scalar is null)
            return null;
        if (PrintedDecimal.TryParse(scalar.Text, out var number))
            return number;
        Report.Add(ContentIssues.BadDecimal, scalar.Path, scalar.Text, key);
        return null;
    }

    private PartialDate? Date(string key, bool required)
    {
        var scalar = Scalar(key, new KeyShape(KeyKind.Text, required));
        if (scalar is null)
            return null;
        if (PartialDate.TryParse(scalar.Text, out var date))
            return date;
        Report.Add(ContentIssues.BadDate, scalar.Path, scalar.Text, key);
        return null;
    }
}
