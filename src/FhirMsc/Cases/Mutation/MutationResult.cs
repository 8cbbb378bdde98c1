namespace FhirMsc.Cases.Mutation;

/// <summary>What came of putting faults into the logic.</summary>
/// <param name="Mutants">How many faults.</param>
/// <param name="Survivors">Those that no case noticed.</param>
/// <param name="NotEquivalent">Those listed as unnoticeable that are none.</param>
public sealed record MutationResult(int Mutants, IReadOnlyList<string> Survivors, IReadOnlyList<string> NotEquivalent);
