using System.Text;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Tests.Json;

public class JsonWriterLayoutTests
{
    [Fact]
    public void Items_of_an_array_of_primitives_stand_on_lines_of_their_own()
    {
        const string laidOut = """
            {
              "resourceType": "Patient",
              "meta": {
                "profile": [
                  "http://a",
                  "http://b"
                ]
              },
              "extension": [
                {
                  "url": "x",
                  "valueDecimal": 1.50
                }
              ]
            }

            """;

        var tree = JsonParser.Parse(laidOut.ReplaceLineEndings("\n")).Tree!;

        Assert.Equal(laidOut.ReplaceLineEndings("\n"), Encoding.UTF8.GetString(JsonWriter.Write(tree.Root, JsonForm.Indented)));
    }
}
