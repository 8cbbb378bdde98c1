using FhirMsc.Fhir.FhirPath.Ports;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Validation.Schemas;

namespace FhirMsc.Fhir.Validation.Rules;

/// <summary>The codes in a value, and whether a value set has them.</summary>
internal static class CodedValues
{
    private static readonly int Coding = NameTable.Fhir.Find("coding");
    private static readonly int Concept = NameTable.Fhir.Find("concept");
    private static readonly int System = NameTable.Fhir.Find("system");
    private static readonly int Version = NameTable.Fhir.Find("version");
    private static readonly int Code = NameTable.Fhir.Find("code");

    /// <summary>Whether a value is in a value set; one coding of a concept is enough.</summary>
    /// <returns>Null if there is no code.</returns>
    public static Answer? IsMember(Node node, TypeSchema? type, string valueSet, ValidationRun run)
    {
        switch (type?.Coded ?? CodedForm.None)
        {
            case CodedForm.Code:
                return node.Text is { } text ? run.IsMember(new CodedValue(null, text), valueSet) : null;
            case CodedForm.Coding:
            case CodedForm.Quantity:
                return OfCoding(node, valueSet, run);
            case CodedForm.Concept:
                return OfConcept(node, valueSet, run);
            case CodedForm.ConceptOrReference:
                // Without a concept there is a reference, which a binding has nothing to say about.
                return node.Child(Concept) is { Exists: true } concept ? OfConcept(concept, valueSet, run) : Answer.Yes;
            default:
                return null;
        }
    }

    /// <summary>Whether there is more than extensions: those may say why there is no code.</summary>
    public static bool HasContent(Node node)
    {
        foreach (var child in node.Children)
        {
            if (child.Name is not ("id" or "extension"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The codes for people: <c>'a'</c>, <c>'http://loinc.org#a'</c>.</summary>
    public static string Show(Node node)
    {
        if (node.HasValue)
        {
            return $"'{node.Text}'";
        }

        var codings = new List<string>();
        foreach (var child in node.Children)
        {
            if (child.NameNumber == Coding || child.NameNumber == Concept)
            {
                codings.Add(Show(child));
            }
        }

        return codings.Count > 0 ? string.Join(", ", codings) : $"'{node.Child(System).Text}#{node.Child(Code).Text}'";
    }

    private static Answer? OfConcept(Node node, string valueSet, ValidationRun run)
    {
        Answer? found = null;
        foreach (var coding in node.Children)
        {
            if (coding.NameNumber != Coding)
            {
                continue;
            }

            var answer = OfCoding(coding, valueSet, run);
            if (answer == Answer.Yes)
            {
                return answer;
            }

            found = answer is null ? found : found == Answer.CannotTell ? found : answer;
        }

        return found;
    }

    /// <summary>Whether a Coding or a unit is in a value set; an empty system says that it states none.</summary>
    private static Answer? OfCoding(Node node, string valueSet, ValidationRun run)
    {
        if (node.Child(Code).Text is not { } code)
        {
            return null;
        }

        return run.IsMember(new CodedValue(node.Child(System).Text ?? string.Empty, code, node.Child(Version).Text), valueSet);
    }
}
