using FhirMsc.Fhir.Json;
using FhirMsc.Publishing.Searching;

namespace FhirMsc.Tests.Publishing.Searching;

public class SearchWordsTests
{
    private const string Resource = """
        {"resourceType":"Library","title":"Übersicht: COVID-19","text":{"status":"generated","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\"><p class=\"hidden\">Harms &amp; <b>bene</b>fits of cells&#x2014;few</p></div>"},
         "content":[{"contentType":"text/plain","data":"c2VjcmV0"}],"experimental":false}
        """;

    [Theory]
    [InlineData("ubersicht covid", true)]
    [InlineData("19 COVID", true)]
    [InlineData("harm few", true)]
    [InlineData("OVID", false)]
    [InlineData("hidden", false)]
    [InlineData("amp", false)]
    [InlineData("generated", false)]
    [InlineData("c2VjcmV0", false)]
    [InlineData("plain", true)]
    public void A_word_asked_for_begins_a_word_of_what_people_read(string wanted, bool isThere) =>
        Assert.Equal(isThere, SearchWords.Has(SearchWords.Of(JsonParser.Parse(Resource).Tree!.Root), SearchWords.Of(wanted)));

    [Fact]
    public void Nothing_but_punctuation_is_no_word() => Assert.Empty(SearchWords.Of(" .,-\n"));
}
