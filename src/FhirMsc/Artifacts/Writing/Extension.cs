using FhirMsc.Content;
using FhirMsc.Content.Tracing;

namespace FhirMsc.Artifacts.Writing;

/// <summary>Makes <c>Extension</c> elements. An extension without a value is no extension: <see langword="null"/> in, nothing out.</summary>
internal static class Extension
{
    /// <summary>With a string-like value.</summary>
    /// <param name="url">Which extension.</param>
    /// <param name="value">Name of the value element, e.g. <c>valueCode</c>.</param>
    /// <param name="text">The value.</param>
    /// <param name="origin">Where it comes from.</param>
    public static Element? Of(string url, string value, string? text, Origin? origin = null) =>
        string.IsNullOrWhiteSpace(text) ? null : new(origin) { { "url", url }, { value, text } };

    /// <summary>With a complex value.</summary>
    public static Element? Of(string url, string value, Element? element) => element is null or { IsEmpty: true } ? null : new() { { "url", url }, { value, element } };

    /// <summary>With a boolean value.</summary>
    public static Element? Of(string url, string value, bool? truth) => truth is null ? null : new() { { "url", url }, { value, truth } };

    /// <summary>With a whole number.</summary>
    public static Element? Of(string url, string value, int? number) => number is null ? null : new() { { "url", url }, { value, number } };

    /// <summary>With a decimal.</summary>
    public static Element? Of(string url, string value, PrintedDecimal? number) => number is null ? null : new() { { "url", url }, { value, number } };

    /// <summary>With extensions inside.</summary>
    public static Element? Of(string url, IEnumerable<Element?> parts, Origin? origin = null)
    {
        var extension = new Element(origin) { { "extension", parts } };
        return extension.IsEmpty ? null : new Element(origin) { { "extension", parts }, { "url", url } };
    }
}
