namespace FhirMsc.Fhir.Definitions.Packing;

/// <summary>Parents of a concept as distances in the list of concepts, which are small where concepts are nested. Parents that are not in the system are dropped.</summary>
internal sealed class ConceptParents
{
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

    public ConceptParents(IReadOnlyList<CodeSystemConcept> concepts)
    {
        for (var i = 0; i < concepts.Count; i++)
        {
            places.TryAdd(concepts[i].Code, i);
        }
    }

    public void Write(PackOutput output, CodeSystemConcept concept)
    {
        var own = places[concept.Code];
        var known = concept.Parents.Where(places.ContainsKey).Select(parent => own - places[parent]).ToList();
        output.Number(known.Count);
        foreach (var distance in known)
        {
            // The sign goes into the lowest bit.
            output.Number(distance >= 0 ? distance * 2L : (-distance * 2L) - 1);
        }
    }

    public static int[] Read(ref PackInput input, int own)
    {
        var count = input.Int();
        if (count == 0)
        {
            return [];
        }

        var parents = new int[count];
        for (var i = 0; i < count; i++)
        {
            var distance = input.Int();
            parents[i] = own - ((distance & 1) == 0 ? distance / 2 : -((distance + 1) / 2));
        }

        return parents;
    }
}
