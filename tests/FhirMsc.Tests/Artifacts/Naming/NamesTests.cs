using FhirMsc.Artifacts.Naming;
using FhirMsc.Tests.Content;

namespace FhirMsc.Tests.Artifacts.Naming;

public class NamesTests
{
    [Theory]
    [InlineData("nih-covid19-cell-therapy", "NihCovid19CellTherapy")]
    [InlineData("2nd-opinion", "Artifact2ndOpinion")]
    [InlineData("x", "ArtifactX")]
    public void Computer_names_start_with_a_capital(string id, string name) => Assert.Equal(name, Names.ComputerName(id));

    [Fact]
    public void An_id_that_would_be_too_long_is_cut_and_stays_unique_and_stable()
    {
        var names = new Names(Sample.Read(Sample.Yaml).Guideline! with { Id = new string('g', 60) });
        var outcome = Sample.Read(Sample.Yaml).Guideline!.Studies[0].Outcomes[0];

        var first = names.Of(outcome with { Id = "one" });
        var second = names.Of(outcome with { Id = "two" });

        Assert.Equal(64, first.Length);
        Assert.NotEqual(first, second);
        Assert.Equal(first, names.Of(outcome with { Id = "one" }));
    }
}
