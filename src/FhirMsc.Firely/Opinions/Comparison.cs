using FhirMsc.Fhir.Json;
using FhirMsc.Firely.Pocos;

namespace FhirMsc.Firely.Opinions;

/// <summary>
/// Lets two judge the same resources and tells where they disagree. An error that is explained is listed with its reason and then left aside, so that it hides no
/// other: a broken copy counts as refused only for what was broken.
/// </summary>
internal sealed class Comparison(IOpinion ours, IOpinion firelys, Explained explained, TextWriter output)
{
    private const int Shown = 3;

    /// <summary>Compares, and prints.</summary>
    /// <param name="specimens">What to judge.</param>
    /// <returns>How many disagreements nobody has explained.</returns>
    public int Run(IEnumerable<Specimen> specimens)
    {
        var (good, bad, open) = (0, 0, 0);
        var harmless = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var specimen in specimens)
        {
            var (we, they) = (Aside(specimen, "we refuse", ours.Judge(specimen.Json)), Aside(specimen, "Firely refuses", firelys.Judge(specimen.Json)));
            if (we.Accepts == they.Accepts)
            {
                _ = !we.Accepts ? bad++ : specimen.Damage is null ? good++ : harmless[specimen.Damage] = harmless.GetValueOrDefault(specimen.Damage) + 1;
                continue;
            }

            open++;
            output.WriteLine($"{specimen}: {(we.Accepts ? "we accept, Firely refuses" : "we refuse, Firely accepts")}, NOT EXPLAINED");
            foreach (var error in (we.Accepts ? they : we).Errors.Take(Shown))
            {
                output.WriteLine($"    {error}");
            }
        }

        output.WriteLine($"{good} files accepted by both, {bad} broken copies refused by both, {open} disagreements not explained.");
        harmless.ToList().ForEach(damage => output.WriteLine($"Broken copies that neither refuses: {damage.Key}, {damage.Value} times."));
        explained.Unused.ToList().ForEach(line => output.WriteLine($"No longer met, remove it from explained.txt: {line}"));
        return open;
    }

    /// <summary>A verdict without the errors that are explained; those of the files as they are, are printed.</summary>
    private Verdict Aside(Specimen specimen, string who, Verdict verdict)
    {
        var left = new List<string>();
        foreach (var error in verdict.Errors)
        {
            if (explained.Find(specimen, error) is not { } reason)
            {
                left.Add(error);
            }
            else if (specimen.Damage is null)
            {
                output.WriteLine($"{specimen}: {who}, explained: {reason}\n    {error}");
            }
        }

        return new Verdict(left);
    }

    /// <summary>Carries each file to Firely's classes and back, and tells which did not come back as it went.</summary>
    /// <param name="files">Files that both accept.</param>
    /// <returns>How many did not.</returns>
    public int RoundTrip(IReadOnlyList<Specimen> files)
    {
        var lost = 0;
        foreach (var file in files)
        {
            var before = JsonParser.Parse(file.Json).Tree!.Root;
            var (poco, messages) = PocoBridge.ToPoco(before);
            if (poco is null || messages.Count > 0 || !JsonWriter.Write(PocoBridge.FromPoco(poco).Root).AsSpan().SequenceEqual(JsonWriter.Write(before)))
            {
                output.WriteLine($"{file}: does not come back from Firely's classes as it went. {string.Join(' ', messages)}".TrimEnd());
                lost++;
            }
        }

        output.WriteLine($"{files.Count - lost} of {files.Count} files came back from Firely's classes to the byte.");
        return lost;
    }
}
