using FhirMsc.Content.Source;
using FhirMsc.Content.Tracing;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Tests.Content;

public class PageTextTests
{
    private const string Page =
        """
        Banner

        Last Updated: May 1, 2020

        Advice:

          • Use it (AI).
          • Do not use the other (BII).

        Data

        It lowers TES-2 in vitro.3-5 See e.g. Park et al. in the U.S. Food list. Survival was 95.5% by Day 3.
        Was it safe? Yes.7,8
        References

          1. Arden P. Tessinase. J Imag. 2020.
          2. Cane R. Levels. 2020.
        """;

    [Theory]
    [InlineData("front", "Banner|Last Updated: May 1, 2020")]
    [InlineData("front:2", "Last Updated: May 1, 2020")]
    [InlineData("advice:2", "Do not use the other (BII).")]
    [InlineData("data:1", "It lowers TES-2 in vitro.3-5")]
    [InlineData("data:2", "See e.g. Park et al. in the U.S. Food list.")]
    [InlineData("data:3-4", "Survival was 95.5% by Day 3.|Was it safe?")]
    [InlineData("data:5", "Yes.7,8")]
    [InlineData("references:2", "Cane R. Levels. 2020.")]
    [InlineData("data:6", "")]
    [InlineData("data:5-6", "")]
    [InlineData("nowhere:1", "")]
    [InlineData("missing", "")]
    public void A_place_leads_to_its_sentences(string place, string words)
    {
        var parts = place.Split(':', '-');
        var at = new Place(parts[0], parts.Length > 1 ? int.Parse(parts[1], null) : null, parts.Length > 2 ? int.Parse(parts[2], null) : null);

        Assert.Equal(words, string.Join('|', PageText.Cut(Page, Sections()).At(at)));
        Assert.Equal(place, at.ToString());
    }

    private static IReadOnlyList<Section> Sections() =>
    [
        Section("front", null, SectionUnit.Items),
        Section("advice", "Advice", SectionUnit.Items),
        Section("missing", "Not on this page", SectionUnit.Sentences),
        Section("data", "Data", SectionUnit.Sentences),
        Section("references", "References", SectionUnit.Items),
    ];

    private static Section Section(string id, string? title, SectionUnit counted) =>
        new() { Origin = new Origin(id, new SourcePosition(null, 1, 1)), Id = id, Title = title, Counted = counted };
}
