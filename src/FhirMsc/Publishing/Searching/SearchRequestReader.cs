using System.Globalization;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Publishing.Searching;

/// <summary>Reads the parameters of a search.</summary>
internal sealed class SearchRequestReader(SearchIndex index, string type, bool isLenient, string serverBase)
{
    /// <summary>Parameters that shape the answer, and what reads them. Those of the format are not ours to read: whoever has the request has seen to them.</summary>
    private static readonly Dictionary<string, Action<SearchRequestReader, string, string>> Shaping = new(StringComparer.Ordinal)
    {
        ["_count"] = (reader, name, value) => reader.Number(name, value, (request, count) => request with { Count = Math.Min(count, SearchRequest.MaxCount) }),
        ["_offset"] = (reader, name, value) => reader.Number(name, value, (request, offset) => request with { Offset = offset }),
        ["_summary"] = (reader, name, value) => reader.Summary(name, value),
        ["_elements"] = (reader, _, value) => reader.request = reader.request with { Elements = [.. reader.request.Elements, .. value.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(element => element.StartsWith(reader.type + ".", StringComparison.Ordinal) ? element[(reader.type.Length + 1)..] : element)] },
        ["_sort"] = (reader, name, value) => reader.Sort(name, value),
        ["_include"] = (reader, _, value) => reader.Include(value, isReverse: false, isRepeated: false),
        ["_include:iterate"] = (reader, _, value) => reader.Include(value, isReverse: false, isRepeated: true),
        ["_revinclude"] = (reader, _, value) => reader.Include(value, isReverse: true, isRepeated: false),
        ["_revinclude:iterate"] = (reader, _, value) => reader.Include(value, isReverse: true, isRepeated: true),
        ["_total"] = (reader, name, value) => reader.OneOf(name, value, "none", "estimate", "accurate"),
        ["_format"] = (_, _, _) => { },
        ["_pretty"] = (_, _, _) => { },
    };

    private readonly string type = type;
    private readonly List<SearchCriterion> criteria = [];
    private readonly List<KeyValuePair<string, string>> applied = [];
    private SearchRequest request = new() { Type = type };

    /// <summary>Everything found wrong, and what was left out.</summary>
    public List<Issue> Issues { get; } = [];

    /// <summary>Reads all parameters.</summary>
    public SearchRequest Read(IEnumerable<KeyValuePair<string, string>> parameters)
    {
        foreach (var (name, value) in parameters)
        {
            var before = Issues.Count;
            if (Shaping.TryGetValue(name, out var read))
            {
                read(this, name, value);
            }
            else
            {
                Criterion(name, value);
            }

            if (Issues.Count == before && name is not ("_offset" or "_count"))
            {
                applied.Add(new(name, value));
            }
        }

        return request with { Criteria = criteria, Applied = applied };
    }

    private void Criterion(string name, string value)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        var (code, modifier) = colon < 0 ? (name, string.Empty) : (name[..colon], name[(colon + 1)..]);
        if (index.Find(type, code) is not { } parameter)
        {
            Issues.Add(isLenient
                ? SearchIssues.Ignored.At(string.Empty, null, Short(name))
                : SearchIssues.UnknownParameter.At(string.Empty, null, Short(name), type, string.Join(", ", index.Parameters(type).Select(known => known.Code))));
            return;
        }

        if (modifier.Length > 0 && !SearchModifiers.Has(parameter, modifier))
        {
            Issues.Add(SearchIssues.Modifier.At(string.Empty, null, code, Short(modifier), string.Join(", ", SearchModifiers.Of(parameter.Kind))));
            return;
        }

        if (modifier == "missing")
        {
            if (bool.TryParse(value, out var isMissing))
            {
                criteria.Add(new SearchCriterion(parameter, values => (values.Count == 0) == isMissing));
            }
            else
            {
                Issues.Add(SearchIssues.Value.At(string.Empty, null, name, "true or false is due"));
            }

            return;
        }

        Values(parameter, modifier, value);
    }

    /// <summary>"a,b" means a or b; with <c>:not</c>, neither: a resource that has none of the codes, or no code at all.</summary>
    private void Values(SearchParameter parameter, string modifier, string value)
    {
        var compiler = new ValueTests(modifier, index.Loaded, serverBase);
        var tests = new List<Func<SearchValue, bool>>();
        foreach (var part in SearchText.Split(value, ','))
        {
            var (test, fault) = part.Length == 0 ? (null, "it is empty") : compiler.Compile(parameter, part);
            if (test is null)
            {
                Issues.Add(SearchIssues.Value.At(string.Empty, null, parameter.Code, fault));
                return;
            }

            tests.Add(test);
        }

        var isNot = modifier == "not";
        criteria.Add(new SearchCriterion(parameter, values => values.Any(found => tests.Exists(test => test(found))) != isNot));
    }

    private void Number(string name, string value, Func<SearchRequest, int, SearchRequest> set)
    {
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            request = set(request, number);
        }
        else
        {
            Issues.Add(SearchIssues.Value.At(string.Empty, null, name, "a whole number from 0 is due"));
        }
    }

    private void Summary(string name, string value)
    {
        if (OneOf(name, value, "true", "text", "data", "count", "false"))
        {
            request = request with { Summary = value };
        }
    }

    private bool OneOf(string name, string value, params string[] allowed)
    {
        if (!allowed.Contains(value))
        {
            Issues.Add(SearchIssues.Value.At(string.Empty, null, name, $"it is one of {string.Join(", ", allowed)}"));
            return false;
        }

        return true;
    }

    private void Sort(string name, string value)
    {
        foreach (var key in value.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (index.Find(type, key[0] == '-' ? key[1..] : key) is { Kind: not (SearchKind.Composite or SearchKind.Words) } parameter)
            {
                request = request with { Sort = [.. request.Sort, (parameter, key[0] == '-')] };
            }
            else
            {
                Issues.Add(SearchIssues.Value.At(string.Empty, null, name, $"it names search parameters of {type} that have one value to go by, those that go down with a minus before them"));
            }
        }
    }

    private void Include(string value, bool isReverse, bool isRepeated)
    {
        var parts = value.Split(':');
        var (source, parameter, target) = parts switch
        {
            ["*"] => ("*", "*", null),
            [var one, var two] => (one, two, (string?)null),
            [var one, var two, var three] => (one, two, three),
            _ => (string.Empty, string.Empty, null),
        };
        var isKnown = parameter == "*" ? source == "*" || index.Types.Contains(source) : index.Find(source, parameter) is { Kind: SearchKind.Reference };
        if (isKnown)
        {
            request = request with { Includes = [.. request.Includes, new SearchInclude(source, parameter, target, isReverse, isRepeated)] };
        }
        else
        {
            Issues.Add(SearchIssues.Include.At(string.Empty, null, isReverse ? "_revinclude" : "_include"));
        }
    }

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
