using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Validation;

namespace FhirMsc.Firely.Opinions;

/// <summary>This project's validator, with the settings of the gate.</summary>
internal sealed class OurOpinion(ValidationSettings settings) : IOpinion
{
    private readonly ResourceValidator validator = new(settings);

    /// <inheritdoc/>
    public Verdict Judge(ReadOnlyMemory<byte> json)
    {
        var (tree, issues) = JsonParser.Parse(json);
        var all = tree is null ? issues : [.. issues, .. validator.Validate(tree.Root)];
        return new Verdict([.. all.Where(issue => issue.IsError).Select(issue => $"{issue.Path}: {issue.Text}").Distinct()]);
    }
}
