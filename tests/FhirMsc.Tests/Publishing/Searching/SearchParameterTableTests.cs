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
}
