using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.FhirPath.Evaluations;
using FhirMsc.Fhir.FhirPath.Ports;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Validation;

/// <summary>One validation at work: where it is, what it found, what it looked up. For one thread.</summary>
internal sealed class ValidationRun(ValidationSettings settings)
{
    /// <summary>What it goes by.</summary>
    public ValidationSettings Settings { get; } = settings;

    /// <summary>The release.</summary>
    public FhirModel Model => Settings.Model;

    /// <summary>Takes what is wrong.</summary>
    public IssueSink Sink { get; } = new();

    /// <summary>The innermost resource around the value at hand: itself if it is one.</summary>
    public Node Resource { get; set; }

    /// <summary>Whether a code is in a value set; <see cref="Answer.CannotTell"/> too where there is no terminology.</summary>
    public Answer IsMember(CodedValue code, string valueSet) => Settings.Terminology?.IsMember(code, valueSet) ?? Answer.CannotTell;

    /// <summary>Finds what a reference leads to: contained, in the Bundle around, or wherever the port of the settings finds it.</summary>
    /// <param name="from">The place that refers.</param>
    /// <param name="reference">The reference as stated.</param>
    /// <returns>The resource; a node that does not exist if it is not at hand.</returns>
    public Node Resolve(Node from, string reference)
    {
        if (reference.Length == 0)
        {
            return default;
        }

        if (reference[0] == '#')
        {
            return Resources.FindContained(from, reference[1..]);
        }

        var found = Resources.FindInBundle(from, reference);
        return found.Exists ? found : Settings.References?.Resolve(reference) ?? default;
    }
}
