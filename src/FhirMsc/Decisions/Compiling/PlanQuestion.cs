using FhirMsc.Fhir.FhirPath;

namespace FhirMsc.Decisions.Compiling;

/// <summary>One named expression of a plan: a standard <c>variable</c> extension of the PlanDefinition.</summary>
/// <param name="Name">Name, by which later expressions use it: <c>%name</c>.</param>
/// <param name="Expression">The compiled FHIRPath.</param>
/// <param name="Meaning">What it asks, in words; <see langword="null"/> if the plan does not say.</param>
/// <param name="CannotTell">What to tell the clinician when there is no answer; <see langword="null"/> if the plan has no words for it.</param>
/// <param name="IsSearch">
/// Whether it looks resources up instead of answering true or false. A search without an answer must not be taken for one that found nothing, so
/// whatever uses it has no answer either; a question without an answer is empty, which FHIRPath's <c>and</c>, <c>or</c> and <c>not()</c> know how to treat.
/// </param>
internal sealed record PlanQuestion(string Name, FhirPathExpression Expression, string? Meaning, string? CannotTell, bool IsSearch)
{
    /// <summary>The expression as text, for the trace.</summary>
    public string Text { get; } = Expression.ToString();

    /// <summary>What lies before a closing <c>exists()</c> or <c>empty()</c>, so that an explanation can name the resources; <see langword="null"/> for other forms.</summary>
    public FhirPathExpression? Witnesses { get; init; }

    /// <summary>Whether a site may set its value.</summary>
    public bool IsSetting { get; init; }

    /// <summary>The value that a site has set in place of the expression; <see langword="null"/> if it has not.</summary>
    public VariableValue? Setting { get; init; }
}
