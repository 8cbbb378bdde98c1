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
        if (timestamp is not null && !IsInstant(timestamp))
        {
            issues.Add(HookIssues.Timestamp.At($"{path}.outcomeTimestamp", item.Child("outcomeTimestamp").Position, $"{path}.outcomeTimestamp"));
        }

        return new FeedbackItem(
            card ?? string.Empty,
            outcome == "accepted",
            timestamp ?? string.Empty,
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

    private static bool IsInstant(string text) =>
        Instant().IsMatch(text) && DateTime.TryParseExact(text[..19].ToUpperInvariant(), "yyyy-MM-ddTHH:mm:ss", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out _);

    /// <summary>RFC 3339 section 5.6, date-time.</summary>
    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Instant();
}
