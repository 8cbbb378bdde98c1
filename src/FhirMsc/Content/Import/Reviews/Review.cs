using FhirMsc.Content.Import.Drafts;
using FhirMsc.Content.Import.Pages;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Content.Import.Reviews;

/// <summary>
/// The review of a draft: the open questions, unread places first, and the answers, which are part of the draft and so are there again when a review is
/// taken up later.
/// </summary>
public sealed class Review
{
    private readonly Draft _draft;
    private readonly bool _json;

    private Review(Draft draft, bool json) => (_draft, _json) = (draft, json);

    /// <summary>The review of a draft that is loaded already.</summary>
    internal static Review Of(Draft draft) => new(draft, json: false);

    /// <summary>Name of the page the draft was made from.</summary>
    public string PageName => (_draft.Record["page"] as DraftMap)?.Text("name") ?? string.Empty;

    /// <summary>SHA-256 of that page.</summary>
    public string PageSha256 => (_draft.Record["page"] as DraftMap)?.Text("sha256") ?? string.Empty;

    /// <summary>How many answers the draft holds, skipped questions included.</summary>
    public int Answers => _draft.Decisions.Count();

    /// <summary>Path of a place that was not read.</summary>
    internal static string PathOf(Unread place) => $"unread/{place.Span}/{place.Rule}";

    /// <summary>The draft as data.</summary>
    internal Draft Draft => _draft;

    /// <summary>Opens a draft.</summary>
    /// <param name="stream">The draft, YAML or JSON.</param>
    /// <param name="name">Its name for messages; the ending <c>.json</c> keeps it JSON.</param>
    public static (Review? Review, IReadOnlyList<Issue> Issues) Open(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var (root, issues) = DraftReader.Read(stream, name);
        if (root is null)
            return (null, issues);
        return root[Draft.Key] is DraftMap
            ? (new Review(new Draft(root), name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)), [])
            : (null, [ImportIssues.NoDraft.At(string.Empty, new SourcePosition(name, 1, 1), "it has no record of an import.")]);
    }

    /// <summary>The questions that no answer settled yet, in the order to go through them.</summary>
    public IReadOnlyList<Question> OpenQuestions()
    {
        var settled = _draft.Decisions.Where(decision => decision.IsSettled).Select(decision => decision.Path).ToHashSet(StringComparer.Ordinal);
        var skipped = _draft.Decisions.Where(decision => !decision.IsSettled).Select(decision => decision.Path).ToHashSet(StringComparer.Ordinal);
        return [.. All().Where(question => !settled.Contains(question.Path)).OrderBy(question => skipped.Contains(question.Path))];
    }

    /// <summary>All questions, answered or not.</summary>
    public IEnumerable<Question> All()
    {
        foreach (var unread in _draft.Unread)
            yield return new Question(PathOf(unread), unread.Reason, null, unread.Span, unread.Rule, 0, unread.Text);
        foreach (var origin in _draft.Origins.Where(origin => origin.Confidence < Draft.Sure))
        {
            if (DraftPath.Find(_draft.Root, origin.Path) is DraftText value)
                yield return new Question(origin.Path, $"Is this right for {origin.Path}?", value.Value, origin.Span, origin.Rule, origin.Confidence, null);
        }
    }

    /// <summary>Takes the value as it is; for a place that was not read: a person has looked at it.</summary>
    public void Accept(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        _draft.Decide(new Decision(question.Path, "accept", question.Value, null));
    }

    /// <summary>Puts another value in its place; an empty one takes the value out.</summary>
    /// <returns>Whether there is such a value.</returns>
    public bool Edit(Question question, string value)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(value);
        if (question.IsUnread || !DraftPath.Put(_draft.Root, question.Path, value.Length == 0 ? null : new DraftText(value, (DraftPath.Find(_draft.Root, question.Path) as DraftText)?.IsBare == true && value.All(char.IsAsciiDigit))))
            return false;
        _draft.Decide(new Decision(question.Path, "edit", question.Value, value));
        return true;
    }

    /// <summary>Leaves it for later.</summary>
    public void Skip(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        _draft.Decide(new Decision(question.Path, "skip", question.Value, null));
    }

    /// <summary>The draft with all answers so far.</summary>
    public string Write() => _json ? DraftWriter.Json(_draft.Root) : DraftWriter.Yaml(_draft.Root);

    /// <summary>The words of the page around a question, with the stretch it is about; the excerpt of the draft where the page is not at hand.</summary>
    /// <param name="question">The question.</param>
    /// <param name="page">The page; <see langword="null"/> if it is not at hand or another one.</param>
    public static (string Before, string Marked, string After) Context(Question question, Page? page)
    {
        ArgumentNullException.ThrowIfNull(question);
        var block = page?.Blocks.SelectMany(Inner).FirstOrDefault(block => block.Text.Length > 0 && block.Span.Overlaps(new Span(question.Span.Start, Math.Max(question.Span.End, question.Span.Start + 1))));
        if (block is null)
            return (string.Empty, question.Excerpt ?? question.Value ?? string.Empty, string.Empty);
        var start = Enumerable.Range(0, block.Text.Length).FirstOrDefault(i => block.Offsets[i] >= question.Span.Start);
        var end = start;
        while (end < block.Text.Length && block.Offsets[end] < question.Span.End)
            end++;
        var sentence = Findings.Sentences.Around(block.Text, start, Rules.RuleBook.Default);
        return (block.Text[Math.Min(sentence.Start, start)..start], block.Text[start..end], block.Text[end..Math.Max(end, sentence.End)]);
    }

    private static IEnumerable<Block> Inner(Block block) => block.Kind == BlockKind.Row ? block.Cells.SelectMany(cell => cell).SelectMany(Inner) : [block];
}
