namespace FhirMsc.Cases.Mutation;

/// <summary>Puts faults into the logic one by one and looks whether a case notices: what no case notices, nobody has pinned down.</summary>
public static class MutationRun
{
    /// <summary>Runs all mutants.</summary>
    /// <param name="file">The cases, with the changes that change nothing.</param>
    /// <param name="run">The cases, prepared.</param>
    /// <returns>How many mutants there were, those that no case noticed, and those listed as unnoticeable that a case does notice or that do not exist.</returns>
    public static MutationResult Run(CaseFile file, CaseRun run)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(run);
        var mutants = new MutantMaker(run.Library, run.Catalog).All().ToList();
        var survivors = mutants.AsParallel().AsOrdered()
            .Where(mutant => mutant.Make() is { Count: > 0 } plans && !run.Notices(plans))
            .Select(mutant => mutant.Name)
            .ToList();
        return new MutationResult(mutants.Count, [.. survivors.Where(name => !file.Equivalent.ContainsKey(name))], [.. file.Equivalent.Keys.Except(survivors)]);
    }
}
