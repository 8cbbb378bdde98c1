using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Tests.Packages;
using FhirMsc.Fhir.Xml;
using FhirMsc.Suites.Serialization;

namespace FhirMsc.Fhir.Tests.Xml;

public class XmlRoundTripTests
{
    private const string Everything = """
        {"resourceType":"Patient","id":"p1","meta":{"lastUpdated":"2021-04-21T10:00:00.120Z"},
         "text":{"status":"generated","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\"><p class=\"a&amp;b\">x &#160; &lt; y<br/></p></div>"},
         "contained":[{"resourceType":"Organization","id":"o","name":"O"}],
         "extension":[{"url":"http://x.test/d","valueDecimal":1.10},{"url":"http://x.test/s","valueString":"a\n\"b\" <c> & 'd' \u00e9"}],
         "active":true,"name":[{"given":["Anna",null,"Eva"],"_given":[null,{"extension":[{"url":"http://x.test/a","valueCode":"masked"}]},{"id":"g3"}]}],
         "_birthDate":{"extension":[{"url":"http://x.test/t","valueDateTime":"1970-03-30T12:01:17Z"}]},
         "birthDate":"1970-03-30","deceasedBoolean":false,"multipleBirthInteger":3,"managingOrganization":{"reference":"#o"}}
        """;

    [Fact]
    public void Json_to_xml_to_json_loses_nothing()
    {
        var model = FhirModel.For(FhirRelease.R4);
        var original = JsonParser.Parse(Everything);
        var xml = FhirXmlWriter.Write(original.Tree!.Root, model);
        var back = XmlParser.Parse(xml.Utf8, model);

        Assert.Empty(original.Issues);
        Assert.Empty(xml.Issues);
        Assert.Empty(back.Issues);
        Assert.Null(TreeComparison.FirstDifference(original.Tree.Root, back.Tree!.Root));
        Assert.Equal("1.10", back.Tree.Root.ChildrenNamed("extension").First().Child("valueDecimal").Text);
    }

    [Fact]
    public void Elements_come_out_in_the_order_of_the_definition()
    {
        var model = FhirModel.For(FhirRelease.R4);
        var xml = FhirXmlWriter.Write(JsonParser.Parse("""{"birthDate":"1970","name":[{"family":"B","use":"usual"}],"resourceType":"Patient","id":"a"}""").Tree!.Root, model);

        Assert.Equal(
            """<?xml version="1.0" encoding="utf-8"?><Patient xmlns="http://hl7.org/fhir"><id value="a" /><name><use value="usual" /><family value="B" /></name><birthDate value="1970" /></Patient>""",
            System.Text.Encoding.UTF8.GetString(xml.Utf8));
    }

    [Theory]
    [InlineData("R4", "http://x.test/inst")]
    [InlineData("R4B", "http://x.test/inst")]
    public void An_element_called_resourceType_is_an_element(string release, string url)
    {
        var model = FhirModel.For(FhirRelease.Find(release)!);
        var original = JsonParser.Parse($$"""{"resourceType":"ExampleScenario","url":"{{url}}","status":"draft","instance":[{"resourceId":"a","resourceType":"Patient"}]}""").Tree!.Root;
        var back = XmlParser.Parse(FhirXmlWriter.Write(original, model).Utf8, model).Tree!.Root;

        Assert.Null(TreeComparison.FirstDifference(original, back));
        Assert.Equal("Patient", back.Child("instance").Child("resourceType").Text);
        Assert.Null(back.Child("instance").ResourceType);
        Assert.Equal("ExampleScenario", back.ResourceType);
    }

    [Theory]
    [InlineData("""{"resourceType":"Subscription","status":"off","topic":"http://x.test/t","filterBy":[{"resourceType":"Patient","filterParameter":"a","value":"b"}]}""")]
    [InlineData("""{"resourceType":"Consent","status":"active","provision":[{"provision":[{"resourceType":[{"code":"Patient"}]}]}]}""")]
    public void Elements_called_resourceType_are_elements_in_R5_too(string json)
    {
        var model = FhirModel.For(FhirRelease.R5);
        var original = JsonParser.Parse(json).Tree!.Root;
        var xml = FhirXmlWriter.Write(original, model);

        Assert.Contains("<resourceType>", System.Text.Encoding.UTF8.GetString(xml.Utf8).Replace("<resourceType value=\"Patient\" />", "<resourceType>", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Null(TreeComparison.FirstDifference(original, XmlParser.Parse(xml.Utf8, model).Tree!.Root));
    }

    [Theory]
    [InlineData("xml-attribute-children", "Patient.extension[0].url", """{"resourceType":"Patient","extension":[{"url":"u","_url":{"extension":[{"url":"v","valueCode":"x"}]}}]}""")]
    [InlineData("xml-character", "Patient.name[0].family", """{"resourceType":"Patient","name":[{"family":"a\u0001b"}]}""")]
    [InlineData("xml-narrative", "Patient.text.div", """{"resourceType":"Patient","text":{"status":"generated","div":"<div>a<b></div>"}}""")]
    public void What_xml_cannot_hold_is_said(string code, string path, string json)
    {
        var issue = Assert.Single(FhirXmlWriter.Write(JsonParser.Parse(json).Tree!.Root, FhirModel.For(FhirRelease.R4)).Issues);

        Assert.Equal((code, path), (issue.Kind.Id, issue.Path));
    }

    [PackageFact(LocalPackages.R4)]
    public void All_published_examples_survive_the_way_to_xml_and_back()
    {
        var model = FhirModel.For(FhirRelease.R4);
        var lost = new List<string>();
        var count = 0;
        var package = LocalPackages.Open(LocalPackages.R4);
        foreach (var entry in package.Entries)
        {
            var original = package.Read(entry).Tree!.Root;
            var xml = FhirXmlWriter.Write(original, model);
            var back = XmlParser.Parse(xml.Utf8, model);
            count++;
            if ((xml.Issues.Concat(back.Issues).FirstOrDefault()?.ToString() ?? TreeComparison.FirstDifference(original, back.Tree!.Root)) is { } problem)
            {
                lost.Add($"{entry.FileName}: {problem}");
            }
        }

        Assert.True(lost.Count == 0, string.Join('\n', lost));
        Assert.True(count > 5000, $"only {count} resources");
    }
}
