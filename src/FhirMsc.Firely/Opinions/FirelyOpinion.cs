using FhirMsc.Firely.Pocos;
using Firely.Fhir.Validation;
using Hl7.Fhir.Model;
using Hl7.Fhir.Specification.Source;
using Hl7.Fhir.Specification.Terminology;

namespace FhirMsc.Firely.Opinions;

/// <summary>
/// Firely's validator, with FHIR's definitions from <c>specification.zip</c> and ours. What its parser refuses counts as well as what the validator says: each sees
/// things that the other does not.
/// </summary>
internal sealed class FirelyOpinion : IOpinion
{
    private readonly Validator validator;

    /// <param name="definitions">Definitions beside FHIR's own.</param>
    public FirelyOpinion(IReadOnlyList<Resource> definitions)
    {
        var specification = ZipSource.CreateValidationSource(Path.Combine(AppContext.BaseDirectory, "specification.zip"));
        var resolver = new CachedResolver(new SnapshotSource(new CachedResolver(new MultiResolver(specification, new InMemoryResourceResolver([.. definitions])))));
        validator = new Validator(resolver, LocalTerminologyService.CreateDefaultForCore(resolver));
    }

    /// <inheritdoc/>
    public Verdict Judge(ReadOnlyMemory<byte> json)
    {
        var (resource, messages) = PocoBridge.ToPoco(json.Span);
        var errors = new List<string>(messages);
        if (resource is not null)
        {
#pragma warning disable CA1031 // It throws a dozen kinds of exception for resources; each is a refusal, not the end of the comparison.
            try
            {
                errors.AddRange(validator.Validate(resource, null).Issue
                    .Where(issue => issue.Severity is OperationOutcome.IssueSeverity.Error or OperationOutcome.IssueSeverity.Fatal)
                    .Select(issue => $"{Place(issue)}: {issue.Details?.Text}"));
            }
            catch (Exception e)
            {
                errors.Add($"{e.GetType().Name}: {e.Message}");
            }
#pragma warning restore CA1031
        }

        return new Verdict([.. errors.Distinct()]);
    }

    /// <summary>"PlanDefinition.status[0], element PlanDefinition(…).status": the path ends at the comma.</summary>
    private static string? Place(OperationOutcome.IssueComponent issue) => issue.Expression.FirstOrDefault()?.Split(',')[0];
}
