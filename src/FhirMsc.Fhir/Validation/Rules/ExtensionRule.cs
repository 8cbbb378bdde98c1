using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Validation.References;
using FhirMsc.Fhir.Validation.Schemas;
using FhirMsc.Fhir.Validation.Walks;

namespace FhirMsc.Fhir.Validation.Rules;

/// <summary>
/// Extensions (https://hl7.org/fhir/R4/extensibility.html): each must be defined, stand where its definition allows it, conform to the definition, and be a
/// modifier or not as that says.
/// </summary>
internal sealed class ExtensionRule : ITypeRule
{
    private static readonly int ModifierExtension = NameTable.Fhir.Find("modifierExtension");
    private static readonly int Extension = NameTable.Fhir.Find("extension");

    /// <summary>The domains of the specification's own examples.</summary>
    private static readonly string[] ExampleHosts = ["example.org", "acme.com", "acme.org"];

    public string TypeName => "Extension";

    public void Check(in RuleContext context, IssueSink sink)
    {
        var (node, _, run) = context;
        if (node.Child("url").Text is not { Length: > 0 } url)
        {
            return;
        }

        var isModifier = node.NameNumber == ModifierExtension;
        if (!ReferenceText.IsAbsolute(url))
        {
            CheckPart(node, url, run);
            return;
        }

        if (run.Store.FindStructure(url) is not { } structure)
        {
            // Whoever does not know a modifier must not use what it is on (https://hl7.org/fhir/R4/extensibility.html#modifierExtension), so that one is never let pass in silence.
            var severity = IsTolerated(url, run.Settings) ? isModifier ? Severity.Warning : Severity.Information : isModifier ? Severity.Error : run.Settings.UnknownExtension;
            sink.Report(ExtensionIssues.Unknown, severity, node, url, null, null, url);
            return;
        }

        if (structure.Type != "Extension")
        {
            sink.Report(ExtensionIssues.NotExtension, Severity.Error, node, url, null, null, url);
            return;
        }

        var mustModify = structure.Snapshot is [{ IsModifier: true }, ..];
        if (mustModify != isModifier)
        {
            sink.Report(isModifier ? ExtensionIssues.NotModifier : ExtensionIssues.Modifier, Severity.Error, node, url, null, null, url);
        }

        ExtensionPlace.Check(node, structure, run);
        if (run.Store.FindType("Extension") is { } type)
        {
            ProfileWalk.Check(node, type, url, run);
        }
    }

    private static bool IsTolerated(string url, ValidationSettings settings) =>
        settings.ToleratedExtensions.Any(prefix => url.StartsWith(prefix, StringComparison.Ordinal))
        || (settings.AllowsExamples && Uri.TryCreate(url, UriKind.Absolute, out var uri) && ExampleHosts.Any(host => uri.Host == host || uri.Host.EndsWith("." + host, StringComparison.Ordinal)));

    /// <summary>A URL that is not absolute names a part of the extension around (https://hl7.org/fhir/R4/extensibility.html), which must be one that its definition has.</summary>
    private static void CheckPart(Node node, string url, ValidationRun run)
    {
        var outer = node.Parent;
        if (!outer.Exists || (outer.NameNumber != Extension && outer.NameNumber != ModifierExtension))
        {
            run.Sink.Report(ExtensionIssues.NotAbsolute, node, url);
            return;
        }

        if (Definition(outer, run) is { } definition && definition.Child("extension") is { Slices.Count: > 0 } parts && Part(parts, url) is null)
        {
            var fix = NearestName.Of(url, parts.Slices.Select(UrlOf).OfType<string>());
            run.Sink.Report(ExtensionIssues.UnknownPart, Severity.Error, node, null, null, fix is null ? null : $"did you mean '{fix}'?", url, outer.Child("url").Text);
        }
    }

    /// <summary>What an extension's definition, or that of the extension around, says of it.</summary>
    private static SnapshotNode? Definition(Node extension, ValidationRun run)
    {
        if (extension.Child("url").Text is not { Length: > 0 } url)
        {
            return null;
        }

        return ReferenceText.IsAbsolute(url) ? run.Store.SnapshotOf(url)
            : extension.Parent.Exists && Definition(extension.Parent, run)?.Child("extension") is { } parts ? Part(parts, url)
            : null;
    }

    private static SnapshotNode? Part(SnapshotNode parts, string url) => parts.Slices.Find(slice => UrlOf(slice) == url);

    private static string? UrlOf(SnapshotNode slice) => slice.Child("url")?.Element.Fixed?.Node.Text ?? slice.Element.Types.SelectMany(type => type.Profiles).FirstOrDefault();
}
