using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.FhirPath;
using FhirMsc.Fhir.Packages;
using FhirMsc.Publishing.Searching;
using FhirMsc.Tests.House;

namespace FhirMsc.Tests.Publishing.Searching;

public class SearchParameterTableTests
{
    [Theory]
    [InlineData("R4")]
    [InlineData("R4B")]
    [InlineData("R5")]
    public void Every_expression_compiles_against_the_types_of_its_release(string release)
    {
        var found = FhirRelease.Find(release)!;
        var faults = SearchParameterTable.Types.SelectMany(type => SearchParameterTable.Of(found, type)).SelectMany(parameter =>
            FhirPathExpression.Compile(parameter.Expression, new FhirPathOptions { Model = FhirModel.For(found), AsFiltersCollections = true }).Issues.Select(issue => $"{parameter.Url}: {issue}")).ToList();

        Assert.Empty(faults);
        Assert.NotEmpty(SearchParameterTable.Of(found, "PlanDefinition"));
    }

    [SearchPackagesFact]
    public void The_embedded_table_is_what_the_packages_give()
    {
        var packages = SearchPackagesFactAttribute.Names.Select(name => FhirPackage.Open(PackageCache.OfUser().Find(name.Name, name.Version)!).Package!);

        Assert.Equal(File.ReadAllText(Path.Combine(Repository.Root, "src/FhirMsc/Publishing/Searching", SearchParameterTable.FileName)), System.Text.Encoding.UTF8.GetString(SearchParameterExtract.Of(packages)));
    }

    /// <summary>Left out is what no resource holds, or a search across types; and R5's topic of EvidenceVariable, which has no such element and for which the definition has no expression.</summary>
    [SearchPackagesFact]
    public void Every_parameter_that_a_release_defines_for_a_type_is_there()
    {
        string[] leftOut = ["_filter", "_has", "_in", "_lastUpdated", "_list", "_query", "_type"];
        var missing = SearchPackagesFactAttribute.Names.SelectMany(name => Missing(FhirPackage.Open(PackageCache.OfUser().Find(name.Name, name.Version)!).Package!))
            .Where(missing => !leftOut.Contains(missing.Code)).Select(missing => $"{missing.Release} {missing.Type} {missing.Code}").Distinct();

        Assert.Equal(["R5 EvidenceVariable topic"], missing);
    }

    private static IEnumerable<(string Release, string Type, string Code)> Missing(FhirPackage package)
    {
        var release = package.Manifest.FhirVersions.Select(FhirRelease.Find).OfType<FhirRelease>().First();
        foreach (var parameter in package.Entries.Where(entry => entry.ResourceType == "SearchParameter" && entry.Url?.StartsWith(SearchParameterExtract.CoreUrl, StringComparison.Ordinal) == true).Select(entry => package.Read(entry).Tree!.Root))
        {
            var (code, bases) = (parameter.Child("code").Text!, parameter.ChildrenNamed("base").Select(one => one.Text).ToList());
            var types = SearchParameterTable.Types.Where(type => FhirModel.For(release).FindType(type) is not null && (bases.Contains(type) || bases.Contains("Resource") || bases.Contains("DomainResource")));
            foreach (var type in types.Where(type => !SearchParameterTable.Of(release, type).Any(known => known.Code == code)))
            {
                yield return (release.Name, type, code);
            }
        }
    }
}
