using System.Globalization;
using System.Text;
using FhirMsc.Fhir.Json;
using FhirMsc.Hooks.Requests;

namespace FhirMsc.Hooks.Cards;

/// <summary>
/// What an order calls itself, so that a person sees which one is meant. It is the client's own text: one line, cut, and escaped wherever it goes into Markdown.
/// </summary>
internal static class OrderName
{
    private const int Longest = 60;

    /// <summary>The elements that say what is ordered: R4's and R5's medication, and the code of a service, a device, a procedure.</summary>
    private static readonly string[] Elements = ["medicationCodeableConcept", "code", "codeCodeableConcept", "medication", "medicationReference"];

    /// <summary>The name; <see langword="null"/> if the order has none.</summary>
    public static string? Of(Node order)
    {
        foreach (var name in Elements)
        {
            var element = order.Child(name);
            if (NodeShapes.OfMember(element) == NodeShape.Object && Text(element) is { } text)
            {
                return CardText.Cut(text, Longest);
            }
        }

        return null;
    }

    private static string? Text(Node element)
    {
        // R5: CodeableReference.
        if (element.Child("concept") is { Exists: true } concept && NodeShapes.OfMember(concept) == NodeShape.Object)
        {
            element = concept;
        }

        var text = Visible(element, "text") ?? Visible(element, "display");
        if (text is not null)
        {
            return text;
        }

        var codings = NodeShapes.Items(element, "coding").Where(coding => NodeShapes.Of(coding) == NodeShape.Object).ToList();
        return codings.Select(coding => Visible(coding, "display")).FirstOrDefault(display => display is not null) ?? codings.Select(coding => Visible(coding, "code")).FirstOrDefault(code => code is not null);
    }

    /// <summary>
    /// A text that a person can see, without control characters and without those that turn the direction of reading round: they could make a button say something
    /// else than it does. Letters that are read from right to left stay.
    /// </summary>
    private static string? Visible(Node owner, string name)
    {
        if (NodeShapes.Text(owner, name) is not { } text)
        {
            return null;
        }

        if (text.Any(IsHidden))
        {
            text = string.Concat(text.Where(c => !IsHidden(c)));
        }

        return text.EnumerateRunes().All(rune => Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format) ? null : text;
    }

    private static bool IsHidden(char c) => (char.IsControl(c) && !char.IsWhiteSpace(c)) || c is '\u061c' or '\u200e' or '\u200f' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');
}
