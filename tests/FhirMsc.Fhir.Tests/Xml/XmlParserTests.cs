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

    [Theory]
    [InlineData("Comments and instructions are read over", "<?pi x?><!-- a --><active value='true'/><!-- b --><?pi y?>", "'active':true")]
    [InlineData("Character references stand for characters", "<implicitRules value='a&amp;b&#x9;&#10;&#xE9;'/>", "'implicitRules':'a&b\\t\\né'")]
    [InlineData("White space in attributes is normalised, references to it are not", "<implicitRules value='a\n\tb'/>", "'implicitRules':'a  b'")]
    [InlineData("A prefix means the same as none", "<f:active xmlns:f='http://hl7.org/fhir' value='true'/>", "'active':true")]
    [InlineData("Order of attributes means nothing", "<name id='n'><given value='A' id='g'/></name>", "'name':[{'id':'n','given':['A'],'_given':[{'id':'g'}]}]")]
    [InlineData("Extensions without a value", "<birthDate><extension url='http://e/u'><valueCode value='x'/></extension></birthDate>", "'_birthDate':{'extension':[{'url':'http://e/u','valueCode':'x'}]}")]
    [InlineData("Lists with a hole", "<name><given value='A'/><given><extension url='http://e/u'><valueInteger value='1'/></extension></given></name>", "'name':[{'given':['A',null],'_given':[null,{'extension':[{'url':'http://e/u','valueInteger':1}]}]}]")]
    [InlineData("Contained resources", "<contained><Observation><id value='o'/><valueQuantity><value value='1.00'/></valueQuantity></Observation></contained>", "'contained':[{'resourceType':'Observation','id':'o','valueQuantity':{'value':1.00}}]")]
    [InlineData("Numbers keep their digits", "<multipleBirthInteger value='2'/>", "'multipleBirthInteger':2")]
    [InlineData("Tolerated attributes", "<active xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:nil='false' value='true'/>", "'active':true")]
    public void Content_takes_its_form(string what, string content, string json)
    {
        var result = XmlParser.Parse(Encoding.UTF8.GetBytes($"<Patient xmlns='http://hl7.org/fhir'>{content}</Patient>"), Model);

        Assert.True(result.IsClean, what + string.Join(' ', result.Issues));
        Assert.Equal("{\"resourceType\":\"Patient\"," + json.Replace('\'', '"') + "}", Encoding.UTF8.GetString(JsonWriter.Write(result.Tree!.Root)));
    }

    [Fact]
    public void Parameters_and_bundles_hold_resources()
    {
        var result = XmlParser.Parse("<Parameters xmlns='http://hl7.org/fhir'><parameter><name value='a'/><resource><Bundle><type value='collection'/><entry><resource><Basic><id value='b'/></Basic></resource></entry></Bundle></resource></parameter></Parameters>"u8.ToArray(), Model);

        Assert.True(result.IsClean);
        Assert.Equal("""{"resourceType":"Parameters","parameter":[{"name":"a","resource":{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Basic","id":"b"}}]}}]}""", Encoding.UTF8.GetString(JsonWriter.Write(result.Tree!.Root)));
    }

    [Fact]
    public void What_else_is_wrong_is_told_beside_bytes_that_are_no_characters()
    {
        // The U+FFFD in the first line is the document's own.
        var result = XmlParser.Parse((byte[])[.. "<Patient xmlns='http://hl7.org/fhir'><id value='\uFFFD'/>\n<pumpkin value='"u8, 0xC3, .. "'/></Patient>"u8], Model);

        Assert.Equal(["xml-encoding", "xml-unknown-element"], result.Issues.Select(issue => issue.Kind.Id));
        Assert.Equal((2, 17), (result.Issues[0].Position!.Value.Line, result.Issues[0].Position!.Value.Column));
        Assert.NotNull(result.Tree);
    }

    [Fact]
    public void Bytes_that_are_no_characters_are_refused()
    {
        byte[] start = [.. "<Patient xmlns='http://hl7.org/fhir'><id value='"u8], end = [.. "'/></Patient>"u8];

        foreach (byte[] wrong in new byte[][] { [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xC0, 0x80] })
        {
            foreach (var mark in new byte[][] { [], [0xEF, 0xBB, 0xBF] })
            {
                var issue = Assert.Single(XmlParser.Parse((byte[])[.. mark, .. start, .. wrong, .. end], Model).Issues);
                Assert.Equal(("xml-encoding", 1, start.Length + 1), (issue.Kind.Id, issue.Position!.Value.Line, issue.Position.Value.Column));
            }
        }

        Assert.Equal("xml-syntax", Assert.Single(XmlParser.Parse((byte[])[.. start, 0, .. end], Model).Issues).Kind.Id);
        Assert.Equal("xml-syntax", Assert.Single(XmlParser.Parse((byte[])[.. start, .. "&#0;"u8, .. end], Model).Issues).Kind.Id);
    }

    [Fact]
    public void Encodings_are_taken_from_the_mark_or_the_declaration()
    {
        const string text = "<Patient xmlns='http://hl7.org/fhir'><name><family value='é'/></name></Patient>";
        byte[][] documents =
        [
            [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)], [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)], [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)],
            Encoding.Latin1.GetBytes("<?xml version='1.0' encoding='iso-8859-1'?>" + text), Encoding.UTF8.GetBytes("<?xml version='1.0' encoding='unheard-of'?>" + text), Encoding.UTF8.GetBytes("<?xml version='1.0' encoding='utf-7'?>" + text),
        ];

        Assert.All(documents, document => Assert.Equal("é", XmlParser.Parse(document, Model).Tree!.Root.Child("name").Child("family").Text));
    }

    [Fact]
    public void A_value_of_fifty_megabytes_is_refused_by_default()
    {
        var text = "<Patient xmlns='http://hl7.org/fhir'><id value='" + new string('x', 50 * 1024 * 1024) + "'/></Patient>";

        Assert.Equal("xml-too-large", Assert.Single(XmlParser.Parse(Encoding.UTF8.GetBytes(text), Model).Issues).Kind.Id);
    }
}
