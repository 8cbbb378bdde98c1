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

        var text = NodeShapes.Text(element, "text") ?? NodeShapes.Text(element, "display");
        if (text is not null)
        {
            return text;
        }

        var codings = NodeShapes.Items(element, "coding").Where(coding => NodeShapes.Of(coding) == NodeShape.Object).ToList();
        return codings.Select(coding => NodeShapes.Text(coding, "display")).FirstOrDefault(display => display is not null) ?? codings.Select(coding => NodeShapes.Text(coding, "code")).FirstOrDefault(code => code is not null);
    }
}
