using System.Globalization;

namespace FhirMsc.Publishing.Searching;

/// <summary>Compiles one value of a criterion to a test of an indexed value: one function for each kind, in one table.</summary>
internal sealed class ValueTests(string modifier, DateTimeOffset now, string serverBase)
{
    /// <summary>The test; <see langword="null"/>, with the reason, if the value is not one that the parameter takes.</summary>
    public (Func<SearchValue, bool>? Test, string? Fault) Compile(SearchParameter parameter, string value) =>
        parameter.Kind == SearchKind.Composite ? Composite(parameter.Components, value) : Compile(parameter.Kind, value);

    /// <summary>https://hl7.org/fhir/R4/search.html#composite: all parts must be met by one and the same element.</summary>
    private (Func<SearchValue, bool>? Test, string? Fault) Composite(IReadOnlyList<SearchComponent> components, string value)
    {
        var parts = SearchText.Split(value, '$');
        if (parts.Count != components.Count || parts.Exists(part => part.Length == 0))
        {
            return (null, $"it has {components.Count} parts ({string.Join(", ", components.Select(component => component.Kind.ToString().ToLowerInvariant()))}) with a $ between");
        }

        var tests = components.Zip(parts, (component, part) => Compile(component.Kind, part)).ToList();
        return tests.Find(test => test.Test is null).Fault is { } fault
            ? (null, fault)
            : (found => found.Parts!.Zip(tests).All(pair => pair.First.Any(pair.Second.Test!)), null);
    }

    private static (Func<SearchValue, bool>? Test, string? Fault) Words(string value)
    {
        var wanted = SearchWords.Of(value);
        return wanted.Length == 0 ? (null, "at least one word is due") : (found => SearchWords.Has(found.Text!, wanted), null);
    }

    private (Func<SearchValue, bool>? Test, string? Fault) Compile(SearchKind kind, string value) => kind switch
    {
        SearchKind.Token => (Token(value), null),
        SearchKind.String => (String(SearchText.Unescape(value)), null),
        SearchKind.Uri => (Uri(SearchText.Unescape(value)), null),
        SearchKind.Reference => (Reference(value), null),
        SearchKind.Date => Date(value),
        SearchKind.Number => Number(value, null),
        SearchKind.Words => Words(SearchText.Unescape(value)),
        _ => Quantity(value),
    };

    /// <summary>https://hl7.org/fhir/R4/search.html#token: code, system|code, |code, system|.</summary>
    private Func<SearchValue, bool> Token(string value)
    {
        if (modifier == "text")
        {
            var text = SearchText.Plain(SearchText.Unescape(value));
            return found => found.Display is { } display && SearchText.Plain(display).Contains(text, StringComparison.Ordinal);
        }

        var parts = SearchText.Split(value, '|').ConvertAll(SearchText.Unescape);
        return parts switch
        {
            [var code] => found => found.Text == code,
            [var system, ""] => found => found.System == system,
            ["", var code] => found => found.System is null && found.Text == code,
            [var system, var code, ..] => found => found.System == system && found.Text == code,
            _ => _ => false,
        };
    }

    /// <summary>https://hl7.org/fhir/R4/search.html#string: from the start, unless the modifier says anywhere or exactly.</summary>
    private Func<SearchValue, bool> String(string value)
    {
        var plain = SearchText.Plain(value);
        return modifier switch
        {
            "exact" => found => found.Text == value,
            "contains" => found => SearchText.Plain(found.Text!).Contains(plain, StringComparison.Ordinal),
            _ => found => SearchText.Plain(found.Text!).StartsWith(plain, StringComparison.Ordinal),
        };
    }

    /// <summary>https://hl7.org/fhir/R4/search.html#uri: exactly, to the letter; below and above go by the start.</summary>
    private Func<SearchValue, bool> Uri(string value) => modifier switch
    {
        "below" => found => found.Text!.StartsWith(value, StringComparison.Ordinal),
        "above" => found => value.StartsWith(found.Text!, StringComparison.Ordinal) && (value.Length == found.Text!.Length || found.Text.EndsWith('/') || value[found.Text.Length] is '/' or '|'),
        _ => found => found.Text == value,
    };

    /// <summary>https://hl7.org/fhir/R4/search.html#reference: id, Type/id, URL, canonical with or without version; or the identifier of the target.</summary>
    private Func<SearchValue, bool> Reference(string value)
    {
        if (modifier == "identifier")
        {
            var parts = SearchText.Split(value, '|').ConvertAll(SearchText.Unescape);
            return found => found.Identifier is { } identifier && (parts is [var only] ? identifier.Value == only : (parts[0].Length == 0 || identifier.System == parts[0]) && identifier.Value == parts[1]);
        }

        var text = SearchText.Unescape(value);
        text = text.StartsWith(serverBase + "/", StringComparison.Ordinal) ? text[(serverBase.Length + 1)..] : text;
        text = modifier.Length > 0 && !text.Contains('/', StringComparison.Ordinal) ? $"{modifier}/{text}" : text;
        var isId = !text.Contains('/', StringComparison.Ordinal) && !text.Contains(':', StringComparison.Ordinal);
        return found =>
            (modifier.Length == 0 || TypeOf(found) == modifier)
            && (found.Text == text
                || found.Target is { } target && (target.Reference == text || target.FullUrl == text || target.Url == text || (isId && target.Id == text))
                || (isId && found.Text is { } reference && reference.EndsWith("/" + text, StringComparison.Ordinal))
                || found.Text is { } canonical && canonical.StartsWith(text + "|", StringComparison.Ordinal));
    }

    private static string? TypeOf(SearchValue found) =>
        found.Target?.ResourceType ?? found.System ?? (found.Text?.Split('/') is [.., var type, _] ? type : null);

    private (Func<SearchValue, bool>? Test, string? Fault) Date(string value)
    {
        var (prefix, rest) = SearchPrefix.Split(SearchText.Unescape(value));

        // A plus sign that was not escaped arrives as a space.
        if (SearchTimes.Read(rest.Replace(' ', '+')) is not { } search)
        {
            return (null, "dates are written as 2021, 2021-04, 2021-04-21 or 2021-04-21T10:00:00Z, with a prefix such as ge before them");
        }

        // "The recommended value for the approximation is 10% of the stated value (or for a date, 10% of the gap between now and the date)."
        var slack = (now.UtcDateTime - search.First).Duration() / 10;
        var near = (search.First - Min(slack, search.First - DateTime.MinValue), search.Last + Min(slack, DateTime.MaxValue - search.Last));
        return (found => found.Time is { } time && SearchPrefix.Meets(prefix, time, search, near), null);
    }

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static (Func<SearchValue, bool>? Test, string? Fault) Number(string value, Func<SearchValue, bool>? unit)
    {
        var (prefix, rest) = SearchPrefix.Split(value);
        if (!decimal.TryParse(rest, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || Math.Abs(number) > 1e20m)
        {
            return (null, "a number is due, such as 5.4 or le100");
        }

        // "Implicit precision": 100 stands for everything that rounds to it. Comparisons go by the exact number.
        var half = rest.Contains('e', StringComparison.OrdinalIgnoreCase) ? 0m : new decimal(5, 0, 0, false, (byte)Math.Min(28, number.Scale + 1));
        var search = prefix is "eq" or "ne" ? (number - half, number + half) : (number, number);
        var slack = Math.Abs(number) / 10;
        return (found => found.Range is { } range && (unit is null || unit(found)) && SearchPrefix.Meets(prefix, range, search, (number - slack, number + slack)), null);
    }

    /// <summary>https://hl7.org/fhir/R4/search.html#quantity: number, number|system|code, number||code.</summary>
    private static (Func<SearchValue, bool>? Test, string? Fault) Quantity(string value) => SearchText.Split(value, '|').ConvertAll(SearchText.Unescape) switch
    {
        [var number] => Number(number, null),
        [var number, "", var code] => Number(number, found => found.Text == code || found.Display == code),
        [var number, var system, var code] => Number(number, found => found.System == system && found.Text == code),
        _ => (null, "a quantity is written as number, number|system|code or number||code"),
    };
}
