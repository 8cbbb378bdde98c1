using System.Text;
using System.Text.RegularExpressions;

namespace FhirMsc.Conformance.Inputs;

/// <summary>
/// A pattern of paths, as shells know them, for when no shell expanded it: <c>*</c> and <c>?</c> stay inside a folder, <c>**</c> stands for any folders,
/// <c>[a-z]</c> and <c>{a,b}</c> for alternatives. Slashes separate folders on every system.
/// </summary>
public sealed class PathPattern
{
    private static readonly char[] Special = ['*', '?', '[', '{'];

    private readonly Regex pattern;

    /// <param name="text">The pattern.</param>
    public PathPattern(string text)
    {
        var slashed = text.Replace('\\', '/');
        var firstSpecial = slashed.IndexOfAny(Special);
        var lastSlash = firstSpecial < 0 ? -1 : slashed.LastIndexOf('/', firstSpecial);
        Folder = lastSlash < 0 ? string.Empty : lastSlash == 0 ? "/" : slashed[..lastSlash];

        // Without backtracking, since a pattern may come from a file that somebody else wrote.
        pattern = new Regex(Translate(slashed), RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
    }

    /// <summary>The folder that all matching paths lie in; empty for the current one.</summary>
    public string Folder { get; }

    /// <summary>Whether a text is meant as a pattern.</summary>
    public static bool IsPattern(string text) => text.IndexOfAny(Special) >= 0;

    /// <summary>Whether a path fits.</summary>
    public bool Matches(string path) => pattern.IsMatch(path.Replace('\\', '/'));

    private static string Translate(string text)
    {
        var regex = new StringBuilder(@"\A");
        var braces = 0;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '*' when text.AsSpan(i).StartsWith("**/", StringComparison.Ordinal):
                    regex.Append("(?:[^/]+/)*");
                    i += 2;
                    break;
                case '*' when text.AsSpan(i).StartsWith("**", StringComparison.Ordinal):
                    regex.Append(".*");
                    i++;
                    break;
                case '*':
                    regex.Append("[^/]*");
                    break;
                case '?':
                    regex.Append("[^/]");
                    break;
                case '[' when text.IndexOf(']', i + 2) is var end and > 0:
                    var set = text[(i + 1)..end].Replace(@"\", @"\\", StringComparison.Ordinal).Replace("[", @"\[", StringComparison.Ordinal);
                    regex.Append('[').Append(set[0] == '!' ? "^" + set[1..] : set).Append(']');
                    i = end;
                    break;
                case '{' when text.IndexOf('}', i) > 0:
                    braces++;
                    regex.Append("(?:");
                    break;
                case '}' when braces > 0:
                    braces--;
                    regex.Append(')');
                    break;
                case ',' when braces > 0:
                    regex.Append('|');
                    break;
                default:
                    regex.Append(Regex.Escape(text[i].ToString()));
                    break;
            }
        }

        return regex.Append(')', braces).Append(@"\z").ToString();
    }
}
