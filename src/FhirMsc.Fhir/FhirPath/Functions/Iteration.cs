using FhirMsc.Fhir.FhirPath.Evaluations;

namespace FhirMsc.Fhir.FhirPath.Functions;

/// <summary>What <c>$this</c>, <c>$index</c> and <c>$total</c> were before a function set them for its items.</summary>
internal readonly struct Iteration(Evaluation run)
{
    private readonly Item item = run.This;
    private readonly bool hasItem = run.HasThis;
    private readonly int index = run.Index;
    private readonly Item[]? collection = run.ThisCollection;

    public static Iteration Begin(Evaluation run)
    {
        var before = new Iteration(run);
        run.HasThis = true;
        run.ThisCollection = null;
        return before;
    }

    public void End()
    {
        run.This = item;
        run.HasThis = hasItem;
        run.Index = index;
        run.ThisCollection = collection;
    }
}
