namespace FhirMsc.Fhir.Definitions.Packing;

/// <summary>Structures in a pack. What is written here in one order is read back in the same.</summary>
internal static class StructurePacking
{
    public static void Write(PackOutput output, StructureDefinition structure)
    {
        output.Text(structure.Url);
        output.TextOrNull(structure.Version);
        output.Text(structure.Name);
        output.TextOrNull(structure.Status);
        output.Number((int)structure.Kind);
        output.Number((int)structure.Derivation);
        output.Flag(structure.IsAbstract);
        output.Text(structure.Type);
        output.TextOrNull(structure.BaseDefinition);
        output.TextOrNull(structure.FhirVersion);
        output.Texts([.. structure.Contexts.Select(PackText.Of)]);
        output.Texts([.. structure.ContextInvariants]);
        output.Texts([.. structure.ImposedProfiles]);
        Elements(output, structure.Snapshot);
        Elements(output, structure.Differential);
    }

    public static StructureDefinition Read(PackInput input) => new()
    {
        Url = input.Text(),
        Version = input.TextOrNull(),
        Name = input.Text(),
        Status = input.TextOrNull(),
        Kind = (StructureKind)input.Int(),
        Derivation = (StructureDerivation)input.Int(),
        IsAbstract = input.Flag(),
        Type = input.Text(),
        BaseDefinition = input.TextOrNull(),
        FhirVersion = input.TextOrNull(),
        Contexts = input.Objects(PackText.Context),
        ContextInvariants = input.Texts(),
        ImposedProfiles = input.Texts(),
        Snapshot = Elements(ref input),
        Differential = Elements(ref input),
    };

    private static void Elements(PackOutput output, IReadOnlyList<ElementDefinition>? elements)
    {
        output.Number(elements is null ? 0 : elements.Count + 1);
        var above = new ElementTrail();
        foreach (var element in elements ?? [])
        {
            ElementPacking.Write(output, element, above);
        }
    }

    private static ElementDefinition[]? Elements(ref PackInput input)
    {
        var count = input.Int();
        if (count == 0)
        {
            return null;
        }

        var above = new ElementTrail();
        var elements = new ElementDefinition[count - 1];
        for (var i = 0; i < elements.Length; i++)
        {
            elements[i] = ElementPacking.Read(ref input, above);
        }

        return elements;
    }
}
