using System.Text.RegularExpressions;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Validation.Rules;

namespace FhirMsc.Fhir.Validation.Texts;

/// <summary>
/// Strings have a greatest size (https://hl7.org/fhir/R4/datatypes.html#string), and what looks like HTML in them is a danger to whoever shows them without
/// care (https://hl7.org/fhir/R4/security.html#narrative).
/// </summary>
internal sealed partial class TextRule(string typeName) : ITypeRule
{
    /// <summary>1024 * 1024 characters; measured in bytes here, as most are one.</summary>
    private const int LargestText = 1024 * 1024;

    /// <summary>The types that hold text for people, or whatever anybody writes.</summary>
    public static IEnumerable<ITypeRule> All { get; } = new[] { "string", "markdown" }.Select(name => new TextRule(name)).ToList();

    /// <inheritdoc/>
    public string TypeName => typeName;

    /// <inheritdoc/>
    public void Check(in RuleContext context, IssueSink sink)
    {
        if (!context.Node.HasValue)
        {
            return;
        }

        var bytes = context.Node.RawValue;
        if (bytes.Length > LargestText && context.Node.Text!.Length > LargestText)
        {
            sink.Report(TextIssues.TooLong, context.Node, LargestText);
        }

        if (bytes.IndexOf((byte)'<') < 0 || Markup().Match(context.Node.Text!) is not { Success: true } match)
        {
            return;
        }

        var strict = context.Run.Settings.SecurityChecks;
        if (TypeName == "markdown")
        {
            sink.Report(NarrativeIssues.MarkupInMarkdown, strict ? Severity.Error : Severity.Warning, context.Node, null, null, null, match.Value);
        }
        else
        {
            sink.Report(NarrativeIssues.MarkupInText, strict ? Severity.Error : Severity.Information, context.Node, null, null, null);
        }
    }

    /// <summary>A tag: <c>&lt;</c> right before a letter, or before a slash or exclamation mark and a letter. A link in angle brackets is markdown's own.</summary>
    [GeneratedRegex(@"<[!/]?[A-Za-z](?![A-Za-z0-9+.\-]*:)[A-Za-z0-9]*", RegexOptions.CultureInvariant)]
    private static partial Regex Markup();
}
