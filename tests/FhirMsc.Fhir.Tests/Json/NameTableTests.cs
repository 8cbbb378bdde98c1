using System.Text;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Tests.Json;

public class NameTableTests
{
    [Fact]
    public void Every_name_is_found_under_its_number_as_text_and_as_bytes()
    {
        var table = NameTable.Fhir;
        for (var i = 0; i < table.Count; i++)
        {
            Assert.Equal(i, table.Find(table[i]));
            Assert.Equal(i, table.Find(Encoding.UTF8.GetBytes(table[i])));
        }

        Assert.InRange(table.Count, 2000, 4000);
        Assert.Equal("resourceType", table[table.ResourceType]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("noSuchElement")]
    [InlineData("Name")]
    [InlineData("name ")]
    [InlineData("名")]
    public void Other_names_are_not_found(string name)
    {
        Assert.Equal(-1, NameTable.Fhir.Find(name));
        Assert.Equal(-1, NameTable.Fhir.Find(Encoding.UTF8.GetBytes(name)));
        Assert.Equal(-1, NameTable.Fhir.Find(name + new string('x', 5000)));
    }
}
