using System.Collections.Frozen;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.FhirPath;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Snapshots;
using FhirMsc.Fhir.Validation.Rules;

namespace FhirMsc.Fhir.Validation.Structures;

/// <summary>
/// A StructureDefinition says what can be: its differential fits its base, its types and paths exist, its expressions compile
/// (https://hl7.org/fhir/R4/structuredefinition.html, profiling.html#limitations).
/// </summary>
internal sealed class StructureDefinitionRule : ITypeRule
{
    /// <summary>ElementDefinition.binding: "binding is only allowed on these types" (eld-11, and what R4 says of the strings and URIs).</summary>
    private static readonly FrozenSet<string> Bindable = new[] { "code", "Coding", "CodeableConcept", "Quantity", "string", "uri", "url", "canonical", "markdown", "CodeableReference", "Extension", "Duration", "Age", "Distance", "Count", "Money", "SimpleQuantity", "id", "Reference" }.ToFrozenSet(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string TypeName => "StructureDefinition";

    /// <inheritdoc/>
    public void Check(in RuleContext context, IssueSink sink)
    {
        var node = context.Node;
        var run = context.Run;

        // The snapshot repeats what the base says; what this structure says itself is in the differential, if it has one.
        var view = node.Child("differential") is { Exists: true } differential ? differential : node.Child("snapshot");
        foreach (var element in view.ChildrenIfAny("element"))
        {
            Element(element, run, sink);
        }

        if (node.Child("type").Text == "Extension" && node.Child("derivation").Text == "constraint")
        {
            ExtensionRules.Check(node, run, sink);
        }

        Obligations.Check(node, run, sink);
        Snapshot(node, run, sink);
    }

    /// <summary>What making the snapshot tells of the differential. Types that specialize another one are the business of the specification itself.</summary>
    private static void Snapshot(Node node, ValidationRun run, IssueSink sink)
    {
        if (node.Child("derivation").Text != "constraint" || !node.Child("differential").Exists || StructureDefinition.Read(node, []) is not { Differential.Count: > 0 } structure || structure.BaseDefinition is null)
        {
            return;
        }

        if (run.Settings.Definitions.FindStructure(structure.BaseDefinition) is null)
        {
            sink.Report(SnapshotIssues.UnknownBase, Severity.Warning, node.Child("baseDefinition"), null, null, null, structure.BaseDefinition);
            return;
        }

        // Where there is a snapshot, that is what counts for whoever uses the profile, and a differential that would not give it is a flaw of the source.
        var hasSnapshot = node.Child("snapshot").Exists;
        foreach (var issue in new SnapshotGenerator(run.Settings.Definitions).Generate(structure).Issues)
        {
            sink.Add(hasSnapshot && issue.IsError ? issue with { Severity = Severity.Warning } : issue, PathNode.Find(node, issue.Path));
        }
    }

    private static void Element(Node element, ValidationRun run, IssueSink sink)
    {
        var types = element.ChildrenNamed("type").ToList();
        foreach (var type in types)
        {
            Type(type, run, sink);
        }

        if (element.Child("binding").Exists && types.Count > 0 && types.TrueForAll(type => type.Child("code").Text is { } code && !code.Contains(':', StringComparison.Ordinal) && !Bindable.Contains(code)))
        {
            sink.Report(StructureDefinitionIssues.Binding, element, string.Join(", ", types.Select(type => type.Child("code").Text)));
        }

        foreach (var constraint in element.ChildrenNamed("constraint"))
        {
            if (constraint.Child("expression").Text is { } expression && FhirPathExpression.Compile(expression, new FhirPathOptions { Model = run.Model, AsFiltersCollections = true }) is { IsOk: false, Issues: [var first, ..] })
            {
                sink.Report(StructureDefinitionIssues.Constraint, constraint.Child("expression"), constraint.Child("key").Text, first.Text);
            }
        }
    }

    private static void Type(Node type, ValidationRun run, IssueSink sink)
    {
        if (type.Child("code").Text is not { } code)
        {
            return;
        }

        if (!code.StartsWith(TypeReference.SystemPrefix, StringComparison.Ordinal) && run.Model.FindType(code) is null && run.Settings.Definitions.FindStructure(code) is null)
        {
            sink.Report(StructureDefinitionIssues.UnknownType, Severity.Warning, type, null, null, null, code, run.Model.Release.Name);
            return;
        }

        foreach (var profile in type.ChildrenNamed("profile"))
        {
            if (profile.Text is { } canonical && run.Settings.Definitions.FindStructure(canonical) is { } found && !Fits(found, code, run.Model))
            {
                sink.Report(StructureDefinitionIssues.ProfileType, profile, canonical, found.Type, code);
            }
        }
    }

    /// <summary>Whether what a profile allows is of a type: the type itself, or one that it covers (<c>Resource</c> covers <c>Observation</c>).</summary>
    private static bool Fits(StructureDefinition profile, string code, FhirModel model) =>
        profile.Type == code || (model.FindType(profile.Type) is { } own && model.FindType(code) is { IsAbstract: true } wide && own.IsSubtypeOf(wide)) || model.FindType(profile.Type) is null;
}
