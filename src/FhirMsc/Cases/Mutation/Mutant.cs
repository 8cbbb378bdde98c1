using FhirMsc.Decisions;

namespace FhirMsc.Cases.Mutation;

/// <summary>The plans with one small fault put into them on purpose.</summary>
/// <param name="Name">What was changed, in a stable form, e.g. <c>covid19Test: and→or #2</c>.</param>
/// <param name="Make">Compiles the changed plans; none if the change can't be compiled, which any use of them would show.</param>
internal sealed record Mutant(string Name, Func<IReadOnlyList<Plan>> Make);
