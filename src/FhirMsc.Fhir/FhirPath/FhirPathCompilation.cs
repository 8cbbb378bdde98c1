using System.Diagnostics.CodeAnalysis;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.FhirPath;

/// <summary>What came of compiling a text: an expression, or what is wrong with it.</summary>
/// <param name="Expression">The expression; <see langword="null"/> if there are errors.</param>
/// <param name="Issues">Everything found wrong, with line and column.</param>
public sealed record FhirPathCompilation(FhirPathExpression? Expression, IReadOnlyList<Issue> Issues)
{
    /// <summary>Whether there is an expression.</summary>
    [MemberNotNullWhen(true, nameof(Expression))]
    public bool IsOk => Expression is not null;
}
