namespace FhirMsc.Fhir.Tests.Validation.Logical;

public class LogicalWalkTests
{
    private const string Url = "http://example.org/StructureDefinition/Call";

    private const string Model = """
        {"resourceType":"StructureDefinition","url":"http://example.org/StructureDefinition/Call","name":"Call","status":"draft","kind":"logical","abstract":false,"type":"http://example.org/StructureDefinition/Call","baseDefinition":"http://example.org/StructureDefinition/Part","derivation":"specialization","differential":{"element":[
        {"path":"Call","constraint":[{"key":"c-1","severity":"error","human":"an instance needs a server","expression":"instance.exists() implies server.exists()"}]},
        {"path":"Call.hook","min":1,"max":"1","type":[{"code":"code"}]},
        {"path":"Call.instance","min":0,"max":"1","type":[{"code":"uuid"}],"extension":[{"url":"http://hl7.org/fhir/tools/StructureDefinition/implied-string-prefix","valueString":"urn:uuid:"}]},
        {"path":"Call.server","min":0,"max":"1","type":[{"code":"url"}]},
        {"path":"Call.accessToken","min":0,"max":"1","type":[{"code":"string"}],"extension":[{"url":"http://hl7.org/fhir/tools/StructureDefinition/json-name","valueString":"access_token"}]},
        {"path":"Call.kind","min":0,"max":"1","type":[{"code":"code"}],"binding":{"strength":"required","valueSet":"http://hl7.org/fhir/ValueSet/administrative-gender"}},
        {"path":"Call.context","min":0,"max":"1","type":[{"code":"http://example.org/StructureDefinition/Any"}],"extension":[{"url":"http://hl7.org/fhir/tools/StructureDefinition/type-specifier","extension":[{"url":"condition","valueString":"%resource.hook = 'view'"},{"url":"type","valueCode":"http://example.org/StructureDefinition/View"}]}]},
        {"path":"Call.cards","min":0,"max":"*","type":[{"code":"http://example.org/StructureDefinition/Part"}]},
        {"path":"Call.cards.count","min":1,"max":"1","type":[{"code":"integer"}]},
        {"path":"Call.cards.topic","min":0,"max":"1","type":[{"code":"Coding"}]},
        {"path":"Call.cards.resource","min":0,"max":"1","type":[{"code":"Resource"}]},
        {"path":"Call.more","min":0,"max":"*","contentReference":"#Call.cards"},
        {"path":"Call.prefetch","min":0,"max":"*","type":[{"code":"Base"}],"extension":[{"url":"http://hl7.org/fhir/tools/StructureDefinition/json-property-key","valueCode":"key"}]},
        {"path":"Call.prefetch.key","min":1,"max":"1","type":[{"code":"code"}]},
        {"path":"Call.prefetch.value","min":1,"max":"1","type":[{"code":"Patient"}],"extension":[{"url":"http://hl7.org/fhir/tools/StructureDefinition/id-expectation","valueCode":"optional"}]}]}}
        """;

    private const string Part = """
        {"resourceType":"StructureDefinition","url":"http://example.org/StructureDefinition/Part","name":"Part","status":"draft","kind":"logical","abstract":true,"type":"http://example.org/StructureDefinition/Part","derivation":"specialization","differential":{"element":[
        {"path":"Part"},{"path":"Part.extension","min":0,"max":"1","type":[{"code":"http://example.org/StructureDefinition/View"}]}]}}
        """;

    private const string View = """
        {"resourceType":"StructureDefinition","url":"http://example.org/StructureDefinition/View","name":"View","status":"draft","kind":"logical","abstract":false,"type":"http://example.org/StructureDefinition/View","derivation":"specialization","differential":{"element":[
        {"path":"View"},{"path":"View.patientId","min":1,"max":"1","type":[{"code":"id"}]}]}}
        """;

    [Theory]
    [InlineData("""{"hook":"x","instance":"c757873d-ec9a-4326-a141-556f43239520","access_token":"t","server":"http://example.org","kind":"male"}""")]
    [InlineData("""{"hook":"view","context":{"patientId":"1"},"extension":{"patientId":"1"}}""")]
    [InlineData("""{"hook":"x","cards":[{"count":1,"topic":{"code":"x"},"resource":{"resourceType":"Group","id":"g","type":"person","actual":true},"extension":{"patientId":"1"}}],"more":[{"count":1}]}""")]
    [InlineData("""{"hook":"x","prefetch":{"a":{"resourceType":"Patient"},"b":{"resourceType":"Patient"}}}""")]
    public void Accepts(string json) => Assert.Empty(Find(json));

    [Theory]
    [InlineData("{}", "json-empty-object @ $this", "logical-missing @ ")]
    [InlineData("""{"hook":"x","nothing":1}""", "logical-unknown-property @ $this.nothing")]
    [InlineData("""{"server":"http://example.org"}""", "logical-missing @ ")]
    [InlineData("""{"hook":["x"]}""", "logical-list @ $this.hook[0]")]
    [InlineData("""{"hook":"x","cards":{"count":1}}""", "logical-list @ $this.cards")]
    [InlineData("""{"hook":1}""", "logical-value-kind @ $this.hook")]
    [InlineData("""{"hook":"x","cards":["a"]}""", "logical-value-kind @ $this.cards[0]")]
    [InlineData("""{"hook":" x"}""", "logical-value-form @ $this.hook")]
    [InlineData("""{"hook":"x","instance":"1","server":"http://example.org"}""", "logical-value-form @ $this.instance")]
    [InlineData("""{"hook":"x","kind":"none"}""", "logical-code @ $this.kind")]
    [InlineData("""{"hook":"x","instance":"c757873d-ec9a-4326-a141-556f43239520"}""", "logical-constraint @ ")]
    [InlineData("""{"hook":"view","context":{"patientId":"Patient/1"}}""", "logical-value-form @ $this.context.patientId")]
    [InlineData("""{"hook":"x","more":[{"topic":{"code":"x"}}]}""", "logical-missing @ $this.more[0]")]
    [InlineData("""{"hook":"x","cards":[{"count":1,"topic":{"cod":"x"}}]}""", "structure-unknown-element @ $this.cards[0].topic.cod")]
    [InlineData("""{"hook":"x","cards":[{"count":1,"resource":{"resourceType":"Group","type":"person","actual":true}}]}""", "logical-no-id @ $this.cards[0].resource")]
    [InlineData("""{"hook":"x","prefetch":{"a":{"resourceType":"Group","type":"person","actual":true}}}""", "logical-resource-type @ $this.prefetch.a")]
    [InlineData("""{"hook":"x","prefetch":{"a":{"resourceType":"Patient","birthDate":"X"}}}""", "structure-value-format @ $this.prefetch.a.birthDate")]
    public void Rejects(string json, params string[] findings) => Assert.Equal(findings, Find(json));

    private static string[] Find(string json) =>
        [.. Findings.All(json, [Model, Part, View], profiles: [Url]).Where(issue => issue.IsError).Select(issue => $"{issue.Kind.Id} @ {issue.Path}")];
}
