using System.Globalization;
using System.Text.RegularExpressions;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Hooks.Requests;

namespace FhirMsc.Hooks.Feedback;

/// <summary>Reads the body of a feedback call. The same card may be reported again and again; that is legal and not looked at.</summary>
public static partial class FeedbackReader
{
    /// <summary>Reads one call.</summary>
    /// <param name="utf8">The body.</param>
    public static FeedbackResult Read(ReadOnlyMemory<byte> utf8)
    {
        var issues = new List<Issue>();
        var root = RequestBody.Parse(utf8, issues);
        var read = new MemberReader(issues);
        var items = new List<FeedbackItem?>();
        foreach (var (index, item) in (read.Array(root, "feedback", "feedback", required: true) ?? []).Index())
        {
            items.Add(Item(item, $"feedback[{index}]", read, issues));
        }

        return new FeedbackResult(issues.Count > 0 ? [] : [.. items.OfType<FeedbackItem>()], issues);
    }

    private static FeedbackItem? Item(Node item, string path, MemberReader read, List<Issue> issues)
    {
        if (NodeShapes.Of(item) != NodeShape.Object)
        {
            issues.Add(HookIssues.Shape.At(path, item.Position, path, "an object"));
            return null;
        }

        var card = read.Text(item, "card", $"{path}.card", required: true);
        var outcome = read.Text(item, "outcome", $"{path}.outcome", required: true);
        if (outcome is not (null or "accepted" or "overridden"))
        {
            issues.Add(HookIssues.Outcome.At($"{path}.outcome", item.Child("outcome").Position, $"{path}.outcome"));
        }

        var timestamp = read.Text(item, "outcomeTimestamp", $"{path}.outcomeTimestamp", required: true);
        var at = Instant(timestamp);
        if (timestamp is not null && at is null)
        {
            issues.Add(HookIssues.Timestamp.At($"{path}.outcomeTimestamp", item.Child("outcomeTimestamp").Position, $"{path}.outcomeTimestamp"));
        }

        return new FeedbackItem(
            card ?? string.Empty,
            outcome == "accepted",
            at ?? default,
            Suggestions(item, path, outcome == "accepted", read, issues),
            Reason(item, path, read, issues));
    }

    /// <summary>acceptedSuggestions is CONDITIONAL: required when the outcome is accepted, and then with at least one id.</summary>
    private static List<string> Suggestions(Node item, string path, bool accepted, MemberReader read, List<Issue> issues)
    {
        var name = $"{path}.acceptedSuggestions";
        var taken = new List<string>();
        var array = read.Array(item, "acceptedSuggestions", name, required: accepted, " when the outcome is 'accepted'");
        if (array is { Count: 0 } && accepted)
        {
            issues.Add(HookIssues.Shape.At(name, item.Position, name, "an array of at least one suggestion"));
        }

        foreach (var (index, suggestion) in (array ?? []).Index())
        {
            if (NodeShapes.Of(suggestion) != NodeShape.Object)
            {
                issues.Add(HookIssues.Shape.At($"{name}[{index}]", suggestion.Position, $"{name}[{index}]", "an object"));
            }
            else if (read.Text(suggestion, "id", $"{name}[{index}].id", required: true) is { } id)
            {
                taken.Add(id);
            }
        }

        return taken;
    }

    /// <summary>overrideReason: a reason, a comment, both or neither. Known clients send the reason without its display.</summary>
    private static string? Reason(Node item, string path, MemberReader read, List<Issue> issues)
    {
        var overriding = read.Object(item, "overrideReason", $"{path}.overrideReason", required: false);
        if (overriding.Exists && NodeShapes.OfMember(overriding.Child("userComment")) is not (NodeShape.Missing or NodeShape.Null or NodeShape.Text))
        {
            issues.Add(HookIssues.Shape.At($"{path}.overrideReason.userComment", overriding.Position, $"{path}.overrideReason.userComment", "a string"));
        }

        var reason = read.Object(overriding, "reason", $"{path}.overrideReason.reason", required: false);
        return read.Text(reason, "code", $"{path}.overrideReason.reason.code", required: true);
    }

    /// <summary>
    /// "outcomeTimestamp: ISO timestamp in UTC": RFC 3339 section 5.6, date-time. Any zone is taken and made UTC; without zone it is no instant. Of a second's parts more
    /// than seven digits are cut; second 60 (a leap second) is the last instant before the next minute.
    /// </summary>
    private static DateTimeOffset? Instant(string? text)
    {
        if (text is null || InstantForm().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var isLeap = match.Groups["s"].ValueSpan is "60";
        var fraction = isLeap ? ".9999999" : match.Groups["f"].Value is { Length: > 0 } digits ? digits[..Math.Min(digits.Length, 8)] : string.Empty;
        var zone = match.Groups["z"].Value is "Z" or "z" or "-00:00" ? "+00:00" : match.Groups["z"].Value;
        return DateTimeOffset.TryParse($"{match.Groups["d"].Value}T{match.Groups["m"].Value}:{(isLeap ? "59" : match.Groups["s"].Value)}{fraction}{zone}", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var at) ? at : null;
    }

    [GeneratedRegex(@"^(?<d>[0-9]{4}-[0-9]{2}-[0-9]{2})[Tt](?<m>[0-9]{2}:[0-9]{2}):(?<s>[0-9]{2})(?<f>\.[0-9]+)?(?<z>[Zz]|[+-][0-9]{2}:[0-9]{2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex InstantForm();
}
