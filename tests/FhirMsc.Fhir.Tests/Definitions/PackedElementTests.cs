using System.Text.Json;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Tests.Packages;

namespace FhirMsc.Fhir.Tests.Definitions;

/// <summary>Every element of every packed structure against the package it came from, read here by other means than the library's.</summary>
public class PackedElementTests
{
    [PackageFact(LocalPackages.R4)]
    public void R4_elements_are_those_of_the_package() => Compare(FhirRelease.R4, LocalPackages.R4, 653);

    [PackageFact(LocalPackages.R4B)]
    public void R4B_elements_are_those_of_the_package() => Compare(FhirRelease.R4B, LocalPackages.R4B, 649);

    [PackageFact(LocalPackages.R5)]
    public void R5_elements_are_those_of_the_package() => Compare(FhirRelease.R5, LocalPackages.R5, 305);

    [PackageFact(LocalPackages.ExtensionsR4)]
    public void Extensions_of_the_extensions_package_are_in_R4() => Compare(FhirRelease.R4, LocalPackages.ExtensionsR4, 680);

    private static void Compare(FhirRelease release, string packageName, int expected)
    {
        var model = FhirModel.For(release);
        var package = LocalPackages.Open(packageName);
        List<string> wrong = [];
        var (structures, overridden, elements) = (0, 0, 0);
        foreach (var entry in package.Entries.Where(entry => entry.ResourceType == "StructureDefinition"))
        {
            using var json = JsonDocument.Parse(package.Read(entry.FileName)!.Value);
            if (!json.RootElement.TryGetProperty("snapshot", out var snapshot))
            {
                continue;
            }

            structures++;
            var packed = model.FindStructure(entry.Url!);
            Assert.True(packed is not null, entry.Url);
            if (packed.Version != entry.Version)
            {
                // One of two packages gives the definition of an extension that both have.
                Assert.True(packed.IsExtension, entry.Url);
                overridden++;
                continue;
            }

            var theirs = snapshot.GetProperty("element").EnumerateArray().Select(Describe).ToList();
            var ours = packed.Snapshot!.Select(Describe).ToList();
            elements += ours.Count;
            wrong.AddRange(theirs.Except(ours).Take(3).Select(line => $"package: {line}"));
            wrong.AddRange(ours.Except(theirs).Take(3).Select(line => $"pack:    {line}"));
            Assert.Equal(theirs.Count, ours.Count);
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(40)));
        Assert.Equal(expected, structures);
        Assert.InRange(overridden, 0, 400);
        Assert.True(elements > 1000, $"only {elements} elements were compared");
    }

    private static string Describe(JsonElement e) => string.Join(
        " ; ",
        Text(e, "id"),
        Text(e, "path"),
        Text(e, "sliceName"),
        Text(e, "min"),
        Text(e, "max"),
        string.Join(",", List(e, "type").Select(t => $"{Text(t, "code")}<{All(t, "profile")}><{All(t, "targetProfile")}>")),
        Text(e, "contentReference"),
        e.TryGetProperty("binding", out var b) ? $"{Text(b, "strength")} {Text(b, "valueSet")}" : string.Empty,
        string.Join(",", List(e, "constraint").Select(c => $"{Text(c, "key")} {Text(c, "severity")} {Text(c, "human")} {Text(c, "expression")} {Text(c, "source")}")),
        All(e, "condition"),
        All(e, "representation"),
        e.TryGetProperty("slicing", out var s) ? $"{Text(s, "rules")} {Text(s, "ordered") == "true"} {string.Join(",", List(s, "discriminator").Select(d => $"{Text(d, "type")}:{Text(d, "path")}"))}" : string.Empty,
        string.Join(",", e.EnumerateObject().Where(p => IsValue(p.Name)).Select(p => $"{p.Name}={JsonSerializer.Serialize(p.Value)}")),
        $"{Text(e, "isModifier") == "true"} {Text(e, "mustSupport") == "true"} {Text(e, "isSummary") == "true"} {Text(e, "maxLength")}",
        e.TryGetProperty("base", out var from) ? $"{Text(from, "path")} {Text(from, "min")} {Text(from, "max")}" : string.Empty);

    private static string Describe(ElementDefinition e) => string.Join(
        " ; ",
        e.Id,
        e.Path,
        e.SliceName,
        e.StatedMin,
        Max(e.StatedMax),
        string.Join(",", e.Types.Select(t => $"{t.Code}<{string.Join('|', t.Profiles)}><{string.Join('|', t.TargetProfiles)}>")),
        e.ContentReference,
        e.Binding is { } b ? $"{Lower(b.Strength)} {b.ValueSet}" : string.Empty,
        string.Join(",", e.Constraints.Select(c => $"{c.Key} {(c.Severity == Severity.Warning ? "warning" : "error")} {c.Human} {c.Expression} {c.Source}")),
        string.Join('|', e.Conditions),
        e.Representation switch { Representations.None => string.Empty, Representations.XmlAttribute => "xmlAttr", Representations.Xhtml => "xhtml", var other => other.ToString() },
        e.Slicing is { } s ? $"{(s.Rules == SlicingRules.OpenAtEnd ? "openAtEnd" : Lower(s.Rules))} {s.IsOrdered} {string.Join(",", s.Discriminators.Select(d => $"{Lower(d.Type)}:{d.Path}"))}" : string.Empty,
        string.Join(",", new[] { e.Fixed, e.Pattern, e.MinValue, e.MaxValue }.OfType<ElementValue>().Select(Named)),
        $"{e.IsModifier} {e.MustSupport} {e.IsSummary} {e.MaxLength}",
        e.Base is { } from ? $"{from.Path} {from.Min} {Max(from.Max)}" : string.Empty);

    private static string Named(ElementValue value)
    {
        using var json = JsonDocument.Parse(value.Json);
        return string.Join(",", json.RootElement.EnumerateObject().Select(p => $"{p.Name}={JsonSerializer.Serialize(p.Value)}"));
    }

    private static bool IsValue(string name) =>
        name.StartsWith("fixed", StringComparison.Ordinal) || name.StartsWith("pattern", StringComparison.Ordinal) || name.StartsWith("minValue", StringComparison.Ordinal) || name.StartsWith("maxValue", StringComparison.Ordinal);

    private static string Text(JsonElement e, string name) => e.TryGetProperty(name, out var p) ? p.ValueKind == JsonValueKind.String ? p.GetString()! : p.GetRawText() : string.Empty;

    private static JsonElement.ArrayEnumerator List(JsonElement e, string name) => e.TryGetProperty(name, out var p) ? p.EnumerateArray() : default;

    private static string All(JsonElement e, string name) => string.Join('|', List(e, name).Select(item => item.GetString()));

    private static string Max(int? max) => max switch { null => string.Empty, int.MaxValue => "*", var n => $"{n}" };

    private static string Lower<T>(T code)
        where T : struct, Enum => code.ToString().ToLowerInvariant();
}
