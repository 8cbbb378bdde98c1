using System.Text;

namespace FhirMsc.Content.Reading.Maps;

/// <summary>How the members of an enumeration are written in content: <c>NonRandomized</c> as <c>non-randomized</c>.</summary>
internal static class Words<T>
    where T : struct, Enum
{
    private static readonly Dictionary<string, T> ByWord = Enum.GetValues<T>().ToDictionary(value => Kebab(value.ToString()), StringComparer.Ordinal);

    /// <summary>All words, in the order of the enumeration.</summary>
    public static IEnumerable<string> All => ByWord.Keys;

    /// <summary>Finds the member for a word.</summary>
    public static bool TryRead(string word, out T value) => ByWord.TryGetValue(word, out value);

    private static string Kebab(string name)
    {
        var text = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && text.Length > 0)
                text.Append('-');
            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}
