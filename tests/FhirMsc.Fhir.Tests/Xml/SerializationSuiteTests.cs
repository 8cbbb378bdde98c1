using FhirMsc.Fhir.Tests.FhirPath;
using FhirMsc.Suites;

namespace FhirMsc.Fhir.Tests.Xml;

public class SerializationSuiteTests
{
    [SuiteTheory("serialization")]
    [InlineData("serialization")]
    public void Pairs_of_xml_and_json_are_the_same_resource(string name)
    {
        var results = SuiteList.Named(name).Run(SuiteDirectory.Default!).ToList();

        Assert.NotEmpty(results);
        Assert.All(results, result => Assert.True(result.Outcome == CaseOutcome.Passed, $"{result.Id}: {result.Detail}"));
    }
}
