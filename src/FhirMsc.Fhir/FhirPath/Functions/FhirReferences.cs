using FhirMsc.Fhir.FhirPath.Compilation;
using FhirMsc.Fhir.FhirPath.Evaluations;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.FhirPath.Functions;

/// <summary>FHIR, Using FHIRPath: <c>resolve()</c>. Looks among contained resources, in the Bundle around, and then wherever the caller's port leads.</summary>
internal static class FhirReferences
{
    private static readonly int Reference = NameTable.Fhir.Find("reference");

    public static Transform Resolve(FunctionCall call) => static (run, start) =>
    {
        var kept = start;
        for (var i = start; i < run.Top; i++)
        {
            run.Step(16);
            if (Find(run, run[i]) is { Exists: true } target)
            {
                run[kept++] = Item.Of(target);
            }
        }

        run.Drop(kept);
    };

    private static Node Find(Evaluation run, in Item item)
    {
        // A Reference, or a uri, canonical or string that is one itself.
        var text = item.IsNode && !item.Node.HasValue ? item.Node.Child(Reference).Text : item.AsString();
        if (string.IsNullOrEmpty(text))
        {
            return default;
        }

        var from = item.IsNode ? item.Node : run.HasStart && run.Start.IsNode ? run.Start.Node : default;
        if (text[0] == '#')
        {
            return from.Exists ? Resources.FindContained(from, text[1..]) : default;
        }

        if (from.Exists && Resources.FindInBundle(from, text) is { Exists: true } inBundle)
        {
            if (run.Context.References?.Admits(inBundle) ?? true)
            {
                return inBundle;
            }

            run.NoteUntold($"resolve({text})");
            return default;
        }

        if (run.Context.References is null)
        {
            run.NoteUntold($"resolve({text})");
            return default;
        }

        var found = run.Context.References.Resolve(text);
        if (!found.Exists)
        {
            run.NoteUntold($"resolve({text})");
        }

        return found;
    }
}
