using System.Text;
using FhirMsc.Decisions;

namespace FhirMsc.Hooks.Cards;

/// <summary>The Markdown of a card: the plan's own text and the lines it adds for this patient, then what could not be told, then suggestions that no button can carry out.</summary>
internal static class CardDetail
{
    public const string CouldNotTell = "**Could not be told from the data at hand**";
    public const string Suggested = "**Suggested**";
    public const string About = "**About**";

    /// <summary>Puts a detail together.</summary>
    /// <returns>The Markdown, or <see langword="null"/> if there is nothing to say.</returns>
    /// <param name="description">The plan's own text.</param>
    /// <param name="orders">What the orders call themselves that the card is about.</param>
    /// <param name="remarks">The lines that the plan adds for this patient.</param>
    /// <param name="notes">What could not be told.</param>
    /// <param name="suggested">What no button can carry out.</param>
    public static string? Write(string? description, IReadOnlyCollection<string> orders, IReadOnlyCollection<string> remarks, IReadOnlyCollection<Undecided> notes, IReadOnlyCollection<string> suggested)
    {
        var start = description?.Trim() ?? string.Empty;
        var detail = start + Rest(start.Length > 0, orders, remarks, notes, suggested);
        return detail.Length == 0 ? null : detail;
    }

    /// <summary>What comes behind the plan's own text; may be empty.</summary>
    /// <param name="follows">Whether there is a text that it comes behind.</param>
    /// <param name="orders">What the orders call themselves that the card is about.</param>
    /// <param name="remarks">The lines that the plan adds for this patient.</param>
    /// <param name="notes">What could not be told.</param>
    /// <param name="suggested">What no button can carry out.</param>
    public static string Rest(bool follows, IReadOnlyCollection<string> orders, IReadOnlyCollection<string> remarks, IReadOnlyCollection<Undecided> notes, IReadOnlyCollection<string> suggested)
    {
        if (orders.Count == 0 && remarks.Count == 0 && notes.Count == 0 && suggested.Count == 0)
        {
            return string.Empty;
        }

        var rest = new StringBuilder();
        if (orders.Count > 0)
        {
            Part(rest, follows).Append(About).Append(": ").AppendJoin("; ", orders.Distinct().Select(CardText.Escape));
        }

        foreach (var remark in remarks)
        {
            Part(rest, follows).Append(remark.AsSpan().Trim());
        }

        if (notes.Count > 0)
        {
            List(rest, follows, CouldNotTell, notes.Select(Line).Distinct());
        }

        if (suggested.Count > 0)
        {
            List(rest, follows, Suggested, suggested.Select(CardText.OneLine));
        }

        return rest.ToString();
    }

    /// <summary>The author's words if there are any; otherwise the name of what is missing and the reason.</summary>
    private static string Line(Undecided undecided) => string.IsNullOrWhiteSpace(undecided.Text)
        ? $"{CardText.Escape(undecided.What)}: {CardText.Escape(undecided.Reason)}"
        : CardText.OneLine(undecided.Text);

    private static StringBuilder Part(StringBuilder rest, bool follows) => rest.Append(follows || rest.Length > 0 ? "\n\n" : string.Empty);

    private static void List(StringBuilder rest, bool follows, string heading, IEnumerable<string> lines)
    {
        var first = true;
        foreach (var line in lines)
        {
            if (first)
            {
                Part(rest, follows).Append(heading).Append('\n');
                first = false;
            }

            rest.Append("\n- ").Append(line);
        }
    }
}
