using System.Text.Encodings.Web;
using System.Text.Json;

namespace FhirMsc.Hooks.Cards;

/// <summary>
/// The text that a plan has for every patient, escaped for JSON once: it is most of an answer, and escaping it anew for each call would take longer than deciding.
/// </summary>
internal sealed class EncodedText
{
    /// <summary>Escapes a text.</summary>
    public EncodedText(string text)
    {
        Text = text.Trim();
        Encoded = JsonEncodedText.Encode(Text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
    }

    /// <summary>The text, without blanks around it.</summary>
    public string Text { get; }

    /// <summary>The same in JSON.</summary>
    public JsonEncodedText Encoded { get; }
}
