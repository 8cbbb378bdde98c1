using FhirMsc.Fhir.Elements.Narratives;
using FhirMsc.Fhir.FhirPath.Compilation;
using FhirMsc.Fhir.FhirPath.Evaluations;

namespace FhirMsc.Fhir.FhirPath.Functions;

/// <summary>FHIR, Using FHIRPath: <c>htmlChecks()</c>, the rules of a narrative (https://hl7.org/fhir/R4/narrative.html).</summary>
internal static class FhirNarrative
{
    /// <summary>Whether a single xhtml or string keeps the rules; empty for everything else.</summary>
    public static Transform HtmlChecks(FunctionCall call) => (run, start) =>
    {
        var known = run.TrySingle(start, call.Offset, "htmlChecks()", out var item);
        run.Drop(start);
        if (known && item.AsString() is { } text)
        {
            // A string holds what would be inside of a narrative's div.
            var xhtml = text.AsSpan().TrimStart().StartsWith("<div", StringComparison.Ordinal) ? text : $"<div xmlns=\"{NarrativeVocabulary.Namespace}\">{text}</div>";
            run.Push(Item.Of(NarrativeContent.Read(xhtml).Faults.Count == 0));
        }
    };
}
