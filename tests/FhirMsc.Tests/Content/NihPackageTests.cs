using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Packages;

namespace FhirMsc.Tests.Content;

/// <summary>The committed guideline against what HL7 publishes: search parameters and the SNOMED CT codes that may be redistributed.</summary>
public class NihPackageTests
{
    private const string R4 = "hl7.fhir.r4.examples";
    private const string R5 = "hl7.fhir.r5.core";
    private const string Terminology = "hl7.terminology.r4";

    [PackageFact(R4, "4.0.1")]
    public void Queries_use_search_parameters_of_r4() => Assert.Equal([], UnknownParameters(R4, "4.0.1"));

    [PackageFact(R5, "5.0.0")]
    public void Queries_use_search_parameters_of_r5() => Assert.Equal([], UnknownParameters(R5, "5.0.0"));

    [PackageFact(Terminology, "7.0.1")]
    public void Snomed_ct_codes_are_of_the_global_patient_set_with_its_displays()
    {
        var set = Read(Open(Terminology, "7.0.1"), entry => entry.Url == "http://terminology.hl7.org/ValueSet/snomed-intl-gps").Single();
        var published = set.Child("compose").ChildrenNamed("include").SelectMany(include => include.ChildrenNamed("concept"))
            .ToDictionary(concept => concept.Child("code").Text!, concept => concept.Child("display").Text, StringComparer.Ordinal);

        var ours = Nih.Guideline.Terminology.ValueSets.SelectMany(valueSet => valueSet.Groups).Where(group => group.System == "http://snomed.info/sct").SelectMany(group => group.Concepts).ToList();

        Assert.True(ours.Count > 40);
        Assert.All(ours, concept => Assert.Equal(published.GetValueOrDefault(concept.Code), concept.Display));
        Assert.Equal(published[Nih.Guideline.Focus!.Code], Nih.Guideline.Focus.Display);
    }

    /// <summary>Parameters of our queries that the release does not define for their type; those for all resources begin with an underscore.</summary>
    private static List<string> UnknownParameters(string package, string version)
    {
        var known = Read(Open(package, version), entry => entry.ResourceType == "SearchParameter")
            .SelectMany(parameter => parameter.ChildrenNamed("base"), (parameter, type) => $"{type.Text}.{parameter.Child("code").Text}")
            .ToHashSet(StringComparer.Ordinal);
        var searches = Nih.Guideline.Logic.Inputs.Select(input => input.Query).OfType<string>().Where(query => query.Contains('?', StringComparison.Ordinal)).ToList();
        Assert.True(searches.Count > 4);
        var used = searches.SelectMany(query => query[(query.IndexOf('?', StringComparison.Ordinal) + 1)..].Split('&'), (query, pair) => $"{query.Split('?')[0]}.{pair.Split('=')[0]}");
        return [.. used.Where(name => !name.Contains("._", StringComparison.Ordinal) && !known.Contains(name))];
    }

    private static FhirPackage Open(string name, string version)
    {
        var (package, issues) = FhirPackage.Open(PackageCache.OfUser().Find(name, version)!);
        Assert.Empty(issues);
        return package!;
    }

    private static IEnumerable<Node> Read(FhirPackage package, Func<PackageEntry, bool> which) =>
        package.Entries.Where(which).Select(entry => package.Read(entry).Tree!.Root);
}
