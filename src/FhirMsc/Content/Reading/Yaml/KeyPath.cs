using System.Globalization;

namespace FhirMsc.Content.Reading.Yaml;

/// <summary>Writes key paths: <c>studies[2].outcomes</c>, and <c>concepts['U07.1']</c> for keys that are no plain words.</summary>
internal static class KeyPath
{
    /// <summary>Path of a key under a path.</summary>
    public static string Key(string parent, string key)
    {
        var plain = key.Length > 0 && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
        if (!plain)
            return $"{parent}['{key}']";
        return parent.Length == 0 ? key : $"{parent}.{key}";
    }

    /// <summary>Path of a list item under a path.</summary>
    public static string Item(string parent, int index) => string.Create(CultureInfo.InvariantCulture, $"{parent}[{index}]");
}
