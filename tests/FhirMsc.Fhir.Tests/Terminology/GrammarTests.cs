using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.FhirPath.Ports;
using FhirMsc.Fhir.Terminology;

namespace FhirMsc.Fhir.Tests.Terminology;

public class GrammarTests
{
    private static readonly LocalTerminology Terminology = new(FhirModel.For(FhirRelease.R4));

    [Theory]
    [InlineData("mg", Membership.Yes)]
    [InlineData("mm[Hg]", Membership.Yes)]
    [InlineData("10*3/uL", Membership.Yes)]
    [InlineData("kg.m/s2", Membership.Yes)]
    [InlineData("/min", Membership.Yes)]
    [InlineData("{score}", Membership.Yes)]
    [InlineData("g{total}/(8.h){shift}", Membership.Yes)]
    [InlineData("1", Membership.Yes)]
    [InlineData("%", Membership.Yes)]
    [InlineData("Cel", Membership.Yes)]
    [InlineData("[iU]/L", Membership.Yes)]
    [InlineData("Liter", Membership.No)]
    [InlineData("mgs", Membership.No)]
    [InlineData("cc", Membership.No)]
    [InlineData("mg/", Membership.No)]
    [InlineData("mg per day", Membership.No)]
    [InlineData("{a b}", Membership.No)]
    [InlineData("{a{b}}", Membership.No)]
    [InlineData("m{", Membership.No)]
    [InlineData("µg", Membership.No)]
    [InlineData("", Membership.No)]
    public void Ucum(string code, Membership expected) => Is("http://unitsofmeasure.org", code, expected);

    [Theory]
    [InlineData("km", Membership.Yes)]
    [InlineData("[in_i]", Membership.Yes)]
    [InlineData("kg", Membership.No)]
    [InlineData("no unit", Membership.No)]
    public void Units_of_a_kind(string code, Membership expected)
    {
        if (FhirModel.For(FhirRelease.R4).FindValueSet("http://hl7.org/fhir/ValueSet/all-distance-units") is not null)
        {
            Assert.Equal(expected, Terminology.Has("http://hl7.org/fhir/ValueSet/all-distance-units", "http://unitsofmeasure.org", code));
        }
    }

    [Theory]
    [InlineData("en", Membership.Yes)]
    [InlineData("EN-us", Membership.Yes)]
    [InlineData("zh-Hant-TW", Membership.Yes)]
    [InlineData("es-419", Membership.Yes)]
    [InlineData("gsw", Membership.Yes)]
    [InlineData("de-CH-x-phonebk", Membership.Yes)]
    [InlineData("en-a-bbb-x-a", Membership.Yes)]
    [InlineData("x-whatever", Membership.Yes)]
    [InlineData("i-klingon", Membership.Yes)]
    [InlineData("qaa-Qaaa-QM-x-southern", Membership.Yes)]
    [InlineData("en-Xyzq", Membership.CannotTell)]
    [InlineData("sl-rozaj-biske-1994", Membership.CannotTell)]
    [InlineData("zh-cmn-Hans-CN", Membership.CannotTell)]
    [InlineData("xx", Membership.No)]
    [InlineData("en-XQQ", Membership.CannotTell)]
    [InlineData("en-OO", Membership.No)]
    [InlineData("english", Membership.CannotTell)]
    [InlineData("a-DE", Membership.No)]
    [InlineData("de-419-DE", Membership.No)]
    [InlineData("ar-a-aaa-b-bbb-a-ccc", Membership.No)]
    [InlineData("de-1901-1901", Membership.No)]
    [InlineData("en_US", Membership.No)]
    [InlineData("en-", Membership.No)]
    [InlineData("-en", Membership.No)]
    [InlineData("en--US", Membership.No)]
    [InlineData("en-x", Membership.No)]
    [InlineData("", Membership.No)]
    public void Languages(string code, Membership expected) => Is("urn:ietf:bcp:47", code, expected);

    [Theory]
    [InlineData("application/fhir+json", Membership.Yes)]
    [InlineData("Text/HTML; charset=utf-8", Membership.Yes)]
    [InlineData("text/cql.identifier", Membership.Yes)]
    [InlineData("""multipart/mixed; boundary="a b\"c"; x=y""", Membership.Yes)]
    [InlineData("chemical/x-pdb", Membership.CannotTell)]
    [InlineData("xml", Membership.CannotTell)]
    [InlineData("html", Membership.No)]
    [InlineData("text/", Membership.No)]
    [InlineData("/plain", Membership.No)]
    [InlineData("text/plain;", Membership.No)]
    [InlineData("text/plain;charset", Membership.No)]
    [InlineData("text/plain;a=\"b", Membership.No)]
    [InlineData("text/pl ain", Membership.No)]
    [InlineData("text/plain/x", Membership.No)]
    public void Mime_types(string code, Membership expected) => Is("urn:ietf:bcp:13", code, expected);

    [Theory]
    [InlineData("urn:iso:std:iso:4217", "EUR", Membership.Yes)]
    [InlineData("urn:iso:std:iso:4217", "978", Membership.Yes)]
    [InlineData("urn:iso:std:iso:4217", "DEM", Membership.CannotTell)]
    [InlineData("urn:iso:std:iso:4217", "euro", Membership.No)]
    [InlineData("urn:iso:std:iso:3166", "DE", Membership.Yes)]
    [InlineData("urn:iso:std:iso:3166", "DEU", Membership.Yes)]
    [InlineData("urn:iso:std:iso:3166", "de", Membership.No)]
    [InlineData("urn:iso:std:iso:3166", "Germany", Membership.No)]
    public void Currencies_and_countries(string system, string code, Membership expected) => Is(system, code, expected);

    [Theory]
    [InlineData("http://hl7.org/fhir/ValueSet/all-languages", "de-DE", Membership.Yes)]
    [InlineData("http://hl7.org/fhir/ValueSet/all-languages", "deutsch!", Membership.No)]
    [InlineData("http://hl7.org/fhir/ValueSet/mimetypes", "image/png", Membership.Yes)]
    [InlineData("http://hl7.org/fhir/ValueSet/mimetypes", "png", Membership.No)]
    [InlineData("http://hl7.org/fhir/ValueSet/ucum-units", "mL", Membership.Yes)]
    [InlineData("http://hl7.org/fhir/ValueSet/currencies", "EUR", Membership.Yes)]
    [InlineData("http://hl7.org/fhir/ValueSet/currencies", "EURO", Membership.No)]
    public void Value_sets_of_a_grammar_take_plain_codes(string valueSet, string code, Membership expected) =>
        Assert.Equal(expected, Terminology.Has(valueSet, new CodedValue(null, code)).Value);

    private static void Is(string system, string code, Membership expected) => Assert.Equal(expected, Terminology.HasCode(system, code).Value);
}
