namespace FhirMsc.Fhir.Terminology.Composition;

/// <summary>How many imports may still be followed while one value set is compiled, against definitions that are made to take for ever. One thread's.</summary>
internal sealed class ImportBudget(int imports)
{
    private int left = imports;

    /// <summary>Takes one; false if there are none left.</summary>
    public bool Take() => --left >= 0;
}
