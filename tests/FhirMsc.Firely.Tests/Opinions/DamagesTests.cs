using System.Text;
using FhirMsc.Firely.Opinions;

namespace FhirMsc.Firely.Tests.Opinions;

public class DamagesTests
{
    [Fact]
    public void Every_copy_has_one_thing_broken_and_the_file_comes_first_as_it_is()
    {
        var file = Path.Combine(Path.GetTempPath(), $"fhirmsc-{Guid.NewGuid():N}.json");
        var text = """{"resourceType":"Library","id":"a","status":"active","date":"2021-04-21"}""";
        File.WriteAllText(file, text);
        try
        {
            var specimens = Damages.Of(file).ToList();

            Assert.Equal((null, text), (specimens[0].Damage, Encoding.UTF8.GetString(specimens[0].Json)));
            Assert.Equal(["unknown element", "status of no value set", "no status", "day that is none", "id with a space"], specimens.Skip(1).Select(specimen => specimen.Damage));
            Assert.Equal(specimens.Count, specimens.Select(specimen => Encoding.UTF8.GetString(specimen.Json)).Distinct().Count());
        }
        finally
        {
            File.Delete(file);
        }
    }
}
