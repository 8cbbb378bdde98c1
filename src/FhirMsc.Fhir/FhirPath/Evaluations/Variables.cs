namespace FhirMsc.Fhir.FhirPath.Evaluations;

/// <summary>The variables that <c>defineVariable</c> has made, innermost last. A scope ends by forgetting those defined in it.</summary>
internal sealed class Variables
{
    private readonly List<(string Name, Item[] Items)> defined = [];

    public int Count => defined.Count;

    public void Define(string name, Item[] items) => defined.Add((name, items));

    public bool TryGet(string name, out Item[] items)
    {
        for (var i = defined.Count - 1; i >= 0; i--)
        {
            if (defined[i].Name == name)
            {
                items = defined[i].Items;
                return true;
            }
        }

        items = [];
        return false;
    }

    public void ForgetFrom(int count) => defined.RemoveRange(count, defined.Count - count);
}
