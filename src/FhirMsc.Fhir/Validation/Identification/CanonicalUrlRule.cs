using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Validation.Rules;

namespace FhirMsc.Fhir.Validation.Identification;

/// <summary>The <c>url</c> that a canonical resource goes by is absolute and has no version in it (https://hl7.org/fhir/R4/resource.html#canonical).</summary>
internal sealed class CanonicalUrlRule(string typeName) : ITypeRule
{
    /// <summary>One rule for each type that has a canonical URL in some release.</summary>
    public static IEnumerable<ITypeRule> All { get; } = new[]
    {
        "ActivityDefinition", "ActorDefinition", "CapabilityStatement", "ChargeItemDefinition", "Citation", "CodeSystem", "CompartmentDefinition", "ConceptMap", "ConditionDefinition", "EventDefinition", "Evidence",
        "EvidenceReport", "EvidenceVariable", "ExampleScenario", "GraphDefinition", "ImplementationGuide", "Library", "Measure", "MessageDefinition", "NamingSystem", "ObservationDefinition", "OperationDefinition",
        "PlanDefinition", "Questionnaire", "Requirements", "ResearchDefinition", "ResearchElementDefinition", "SearchParameter", "SpecimenDefinition", "StructureDefinition", "StructureMap", "SubscriptionTopic",
        "TerminologyCapabilities", "TestPlan", "TestScript", "ValueSet",
    }.Select(name => new CanonicalUrlRule(name)).ToList();

    /// <inheritdoc/>
    public string TypeName => typeName;

    /// <inheritdoc/>
    public void Check(in RuleContext context, IssueSink sink)
    {
        var url = context.Node.Child("url");
        if (url.Text is not { } text)
        {
            return;
        }

        if (!AbsoluteUri.Is(text))
        {
            sink.Report(IdentificationIssues.RelativeUrl, url, text, TypeName);
        }
        else if (text.Contains('|', StringComparison.Ordinal))
        {
            sink.Report(IdentificationIssues.VersionInUrl, url);
        }
    }
}
