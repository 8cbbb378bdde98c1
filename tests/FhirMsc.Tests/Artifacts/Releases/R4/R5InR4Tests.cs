using System.Text;
using FhirMsc.Artifacts.Releases.R4;
using FhirMsc.Artifacts.Writing;

namespace FhirMsc.Tests.Artifacts.Releases.R4;

public class R5InR4Tests
{
    [Fact]
    public void A_value_is_an_extension_with_the_data_type_that_R5_gives_it() => Assert.Equal(
        """{"extension":[{"url":"http://hl7.org/fhir/5.0/StructureDefinition/extension-Evidence.assertion","valueMarkdown":"a"}]}""",
        Written("Evidence", new Element { { "assertion", "a" } }));

    [Fact]
    public void A_backbone_element_is_an_extension_of_extensions_with_plain_names() => Assert.Equal(
        """{"extension":[{"extension":[{"extension":[{"url":"numberOfParticipants","valueUnsignedInt":3}],"url":"sampleSize"}],"url":"http://hl7.org/fhir/5.0/StructureDefinition/extension-Evidence.statistic"}]}""",
        Written("Evidence", new Element { { "statistic", [new Element { { "sampleSize", new Element { { "numberOfParticipants", 3 } } } }] } }));

    [Fact]
    public void A_value_that_repeats_is_as_many_extensions()
    {
        var url = R5InR4.Url("Citation", "note");

        Assert.Equal(
            $$$"""{"extension":[{"url":"{{{url}}}","valueAnnotation":{"text":"a"}},{"url":"{{{url}}}","valueAnnotation":{"text":"b"}}]}""",
            Written("Citation", new Element { { "note", [new Element { { "text", "a" } }, new Element { { "text", "b" } }] } }));
    }

    [Fact]
    public void What_R5_does_not_have_is_refused() =>
        Assert.Contains("Evidence.exposureBackground", Assert.Throws<InvalidOperationException>(() => Written("Evidence", new Element { { "exposureBackground", "x" } })).Message);

    private static string Written(string type, Element body) =>
        Encoding.UTF8.GetString(ElementWriter.Write("Type", new Element { { "extension", R5InR4.Extensions(type, body) } }).Json.Span);
}
