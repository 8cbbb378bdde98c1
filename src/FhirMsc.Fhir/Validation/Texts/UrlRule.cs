using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Validation.Rules;

namespace FhirMsc.Fhir.Validation.Texts;

/// <summary>Where examples are not allowed, no URL leads to a host that RFC 2606 and RFC 6761 keep for them (<see cref="ValidationSettings.AllowsExamples"/>).</summary>
internal sealed class UrlRule(string typeName) : ITypeRule
{
    private static readonly string[] ExampleHosts = ["example.org", "example.com", "example.net", "acme.com", "acme.org"];

    /// <summary>The types of addresses.</summary>
    public static IEnumerable<ITypeRule> All { get; } = new[] { "url", "uri", "canonical" }.Select(name => new UrlRule(name)).ToList();

    /// <inheritdoc/>
    public string TypeName => typeName;

    /// <inheritdoc/>
    public void Check(in RuleContext context, IssueSink sink)
    {
        if (!context.Run.Settings.AllowsExamples && context.Node.Text is { } text && Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && Array.Exists(ExampleHosts, host => uri.Host == host || uri.Host.EndsWith("." + host, StringComparison.Ordinal)))
        {
            sink.Report(TextIssues.ExampleUrl, context.Node, text);
        }
    }
}
