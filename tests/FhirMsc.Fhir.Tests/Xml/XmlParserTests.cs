using System.Text;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Xml;

namespace FhirMsc.Fhir.Tests.Xml;

public class XmlParserTests
{
    private static readonly FhirModel Model = FhirModel.For(FhirRelease.R4);

    [Theory]
    [InlineData("xml-syntax", "<Patient xmlns='http://hl7.org/fhir'><id value='a'/>")]
    [InlineData("xml-syntax", "<!DOCTYPE Patient [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><Patient xmlns='http://hl7.org/fhir'><id value='&x;'/></Patient>")]
    [InlineData("xml-syntax", "<Patient xmlns='http://hl7.org/fhir'/><Patient xmlns='http://hl7.org/fhir'/>")]
    [InlineData("xml-syntax", "")]
    [InlineData("xml-unknown-resource", "<Pumpkin xmlns='http://hl7.org/fhir'/>")]
    [InlineData("xml-unknown-resource", "<Patient><id value='a'/></Patient>")]
    [InlineData("xml-unknown-resource", "<HumanName xmlns='http://hl7.org/fhir'/>")]
    public void Stops_at_what_is_no_resource(string code, string text)
    {
        var result = XmlParser.Parse(Encoding.UTF8.GetBytes(text), Model);

        Assert.Null(result.Tree);
        Assert.Equal(code, Assert.Single(result.Issues).Kind.Id);
    }

    [Theory]
    [InlineData("xml-unknown-element", "Patient", "<pumpkin value='a'/>")]
    [InlineData("xml-unknown-element", "Patient", "<valueString value='a'/>")]
    [InlineData("xml-unknown-attribute", "Patient.active", "<active value='true' colour='red'/>")]
    [InlineData("xml-unknown-attribute", "Patient.name[0]", "<name value='Anna'/>")]
    [InlineData("xml-text", "Patient", "<active value='true'/>text")]
    [InlineData("xml-order", "Patient", "<birthDate value='1970'/><active value='true'/>")]
    [InlineData("xml-empty-value", "Patient.gender", "<gender value=''/>")]
    [InlineData("xml-empty-element", "Patient", "<name/>")]
    [InlineData("xml-namespace", "Patient", "<active xmlns='http://x.test' value='true'/>")]
    [InlineData("xml-one-resource", "Patient.contained[0]", "<contained/>")]
    [InlineData("xml-one-resource", "Patient.contained[0]", "<contained><Basic><id value='a'/></Basic><Basic><id value='b'/></Basic></contained>")]
    public void Reports_and_reads_on(string code, string path, string content)
    {
        var result = XmlParser.Parse(Encoding.UTF8.GetBytes($"<Patient xmlns='http://hl7.org/fhir'>\n{content}<managingOrganization><display value='still read'/></managingOrganization></Patient>"), Model);

        var issue = Assert.Single(result.Issues, issue => issue.Kind.Id == code);
        Assert.Equal(path, issue.Path);
        Assert.Equal(2, issue.Position!.Value.Line);
        Assert.Equal("still read", result.Tree!.Root.Child("managingOrganization").Child("display").Text);
    }

    [Fact]
    public void Values_take_the_json_form_of_their_type()
    {
        var root = XmlParser.Parse("<Observation xmlns='http://hl7.org/fhir'><status value='final'/><valueQuantity><value value='1.50'/></valueQuantity></Observation>"u8.ToArray(), Model).Tree!.Root;

        Assert.Equal("""{"resourceType":"Observation","status":"final","valueQuantity":{"value":1.50}}""", Encoding.UTF8.GetString(JsonWriter.Write(root)));
    }

    [Fact]
    public void A_number_that_json_cannot_hold_stays_a_string_for_the_validator()
    {
        var root = XmlParser.Parse("<Observation xmlns='http://hl7.org/fhir'><valueInteger value='007'/></Observation>"u8.ToArray(), Model).Tree!.Root;

        Assert.Equal(NodeKind.String, root.Child("valueInteger").Kind);
    }

    [Fact]
    public void A_narrative_keeps_its_spelling()
    {
        const string div = "<div xmlns=\"http://www.w3.org/1999/xhtml\">a &#160;<b>x</b >\n<!-- no </div> --></div >";
        var root = XmlParser.Parse(Encoding.UTF8.GetBytes($"<Patient xmlns='http://hl7.org/fhir'><text><status value='generated'/>{div}\n  </text></Patient>"), Model).Tree!.Root;

        Assert.Equal(div, root.Child("text").Child("div").Text);
    }

    [Fact]
    public void A_narrative_with_a_prefix_becomes_complete_by_itself()
    {
        var root = XmlParser.Parse("<Patient xmlns='http://hl7.org/fhir' xmlns:h='http://www.w3.org/1999/xhtml'><text><status value='generated'/><h:div>a</h:div></text></Patient>"u8.ToArray(), Model).Tree!.Root;

        Assert.Contains("http://www.w3.org/1999/xhtml", root.Child("text").Child("div").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_nesting_ends_in_an_issue()
    {
        var text = "<Questionnaire xmlns='http://hl7.org/fhir'>" + string.Concat(Enumerable.Repeat("<item>", 5000)) + string.Concat(Enumerable.Repeat("</item>", 5000)) + "</Questionnaire>";

        Assert.Contains(XmlParser.Parse(Encoding.UTF8.GetBytes(text), Model).Issues, issue => issue.Kind.Id == "xml-too-large");
    }

    [Fact]
    public void A_text_cut_anywhere_ends_in_an_issue_and_never_in_an_exception()
    {
        var text = "<?xml version='1.0'?><Patient xmlns='http://hl7.org/fhir'><text><status value='generated'/><div xmlns='http://www.w3.org/1999/xhtml'>é</div></text><active value='true'/></Patient>"u8.ToArray();

        for (var length = 0; length < text.Length; length++)
        {
            Assert.Contains(XmlParser.Parse(text.AsMemory(0, length), Model).Issues, issue => issue.IsError);
        }
    }
}
