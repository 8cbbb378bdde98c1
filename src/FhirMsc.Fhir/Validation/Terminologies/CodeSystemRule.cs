using System.Collections.Frozen;
using System.Globalization;
using FhirMsc.Fhir.FhirPath.Ports;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Validation.Rules;

namespace FhirMsc.Fhir.Validation.Terminologies;

/// <summary>What holds of a CodeSystem and no invariant states (https://hl7.org/fhir/R4/codesystem.html).</summary>
internal sealed class CodeSystemRule : ITypeRule
{
    private const string StandardProperties = "http://hl7.org/fhir/concept-properties#";

    /// <summary>The properties that the specification defines, with their types (https://hl7.org/fhir/R5/codesystem.html#defined-props).</summary>
    private static readonly FrozenDictionary<string, string> StandardTypes = new Dictionary<string, string>
    {
        ["status"] = "code",
        ["inactive"] = "boolean",
        ["effectiveDate"] = "dateTime",
        ["deprecated"] = "dateTime",
        ["deprecationDate"] = "dateTime",
        ["retirementDate"] = "dateTime",
        ["notSelectable"] = "boolean",
        ["parent"] = "code",
        ["child"] = "code",
        ["partOf"] = "code",
        ["synonym"] = "code",
        ["comment"] = "string",
        ["itemWeight"] = "decimal",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string TypeName => "CodeSystem";

    /// <inheritdoc/>
    public void Check(in RuleContext context, IssueSink sink)
    {
        var node = context.Node;
        var concepts = Concepts(node).ToList();
        Content(node, concepts, context.Run, sink);
        Properties(node, sink);
        var types = node.ChildrenNamed("property").Where(property => property.Child("code").Text is not null).GroupBy(property => property.Child("code").Text!).ToDictionary(group => group.Key, group => group.First().Child("type").Text);
        var codes = concepts.Select(concept => concept.Child("code").Text).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var concept in concepts)
        {
            Values(concept, types, codes, node.Child("content").Text == "complete", sink);
        }
    }

    private static IEnumerable<Node> Concepts(Node parent) => parent.ChildrenNamed("concept").SelectMany(concept => Concepts(concept).Prepend(concept));

    /// <summary>CodeSystem.content, .supplements and .count.</summary>
    private static void Content(Node node, List<Node> concepts, ValidationRun run, IssueSink sink)
    {
        var content = node.Child("content");
        var supplements = node.Child("supplements");
        if (content.Text == "not-present" && concepts.Count > 0)
        {
            sink.Report(TerminologyResourceIssues.UnexpectedConcepts, concepts[0]);
        }

        if (content.Text == "supplement" && !supplements.Exists)
        {
            sink.Report(TerminologyResourceIssues.SupplementOfNothing, node);
        }
        else if (supplements.Exists && content.Exists && content.Text != "supplement")
        {
            sink.Report(TerminologyResourceIssues.SupplementContent, content, content.Text);
        }

        if (content.Text == "complete" && int.TryParse(node.Child("count").Text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count != concepts.Count)
        {
            sink.Report(TerminologyResourceIssues.Count, node.Child("count"), count, concepts.Count);
        }

        var system = supplements.Text?.Split('|')[0];
        foreach (var concept in system is null ? [] : concepts)
        {
            if (system is not null && concept.Child("code").Text is { } code && CodeAnswers.IsCode(run, system, code) == Answer.No)
            {
                sink.Report(TerminologyResourceIssues.SupplementCode, concept, code, system);
            }
        }
    }

    /// <summary>CodeSystem.property: each code and each URI once, and standard URIs with the type and code that the specification gives them.</summary>
    private static void Properties(Node node, IssueSink sink)
    {
        HashSet<string> codes = new(StringComparer.Ordinal), uris = new(StringComparer.Ordinal);
        foreach (var property in node.ChildrenNamed("property"))
        {
            var (code, uri, type) = (property.Child("code").Text, property.Child("uri").Text, property.Child("type").Text);
            if (code is not null && !codes.Add(code))
            {
                sink.Report(TerminologyResourceIssues.DuplicateProperty, property, "code", code);
            }

            if (uri is not null && !uris.Add(uri))
            {
                sink.Report(TerminologyResourceIssues.DuplicateProperty, property, "URI", uri);
            }

            var standard = uri is not null && uri.StartsWith(StandardProperties, StringComparison.Ordinal) ? uri[StandardProperties.Length..] : null;
            if (standard is null || !StandardTypes.TryGetValue(standard, out var due))
            {
                continue;
            }

            if (type is not null && type != due)
            {
                sink.Report(TerminologyResourceIssues.PropertyType, property, standard, due, type);
            }

            if (code is not null && code != standard && StandardTypes.ContainsKey(code))
            {
                sink.Report(TerminologyResourceIssues.PropertyCode, property, standard, code);
            }
        }
    }

    /// <summary>CodeSystem.concept.property: the type that was declared, and codes that the system has.</summary>
    private static void Values(Node concept, Dictionary<string, string?> types, HashSet<string> codes, bool isComplete, IssueSink sink)
    {
        foreach (var property in concept.ChildrenNamed("property"))
        {
            var value = ChoiceValue.Of(property, "value");
            if (property.Child("code").Text is not { } code || !value.Exists)
            {
                continue;
            }

            if (!types.TryGetValue(code, out var type))
            {
                sink.Report(TerminologyResourceIssues.UndeclaredProperty, property, code);
            }
            else if (type is not null && !string.Equals(type, value.Type, StringComparison.OrdinalIgnoreCase))
            {
                sink.Report(TerminologyResourceIssues.PropertyValue, property, code, type, value.Type);
            }
            else if (isComplete && code is "parent" or "child" && value is { Type: "Code", Node.Text: { } target } && !codes.Contains(target))
            {
                sink.Report(TerminologyResourceIssues.PropertyTarget, property, code, target);
            }
        }
    }
}
