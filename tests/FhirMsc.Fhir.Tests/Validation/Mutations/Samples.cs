namespace FhirMsc.Fhir.Tests.Validation.Mutations;

/// <summary>Small valid resources that between them have something to break in every way.</summary>
internal static class Samples
{
    /// <summary>All of them, by name.</summary>
    public static IReadOnlyList<(string Name, string Resource)> All { get; } =
    [
        ("patient", """
            {"resourceType":"Patient","id":"p1","text":{"status":"generated","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>Ana</p></div>"},
            "identifier":[{"use":"official","system":"http://example.com/ids","value":"1","period":{"start":"2020-01-01","end":"2021-01-01"}}],"active":true,
            "name":[{"family":"Sol","given":["Ana"]}],"telecom":[{"system":"phone","value":"1","rank":1}],"gender":"female","birthDate":"1970-01-01","deceasedBoolean":false,
            "photo":[{"contentType":"image/png","data":"iVBORw0KGgo=","url":"http://example.com/photo"}],"generalPractitioner":[{"reference":"Practitioner/1"}],"link":[{"other":{"reference":"Patient/2"},"type":"seealso"}]}
            """),
        ("observation", """
            {"resourceType":"Observation","id":"o1","meta":{"lastUpdated":"2024-01-01T10:00:00Z"},"status":"final","code":{"coding":[{"system":"http://example.com/codes","code":"x"}]},"subject":{"reference":"Patient/p1"},
            "effectivePeriod":{"start":"2024-01-01","end":"2024-02-01"},"issued":"2024-01-01T10:00:00Z","valueQuantity":{"value":1.50,"unit":"mg","system":"http://unitsofmeasure.org","code":"mg"},"note":[{"time":"2024-01-01","text":"a *note*"}],
            "component":[{"code":{"text":"c"},"valueTime":"10:00:00"},{"code":{"text":"d"},"valueInteger":3}]}
            """),
        ("order", """
            {"resourceType":"MedicationRequest","id":"m1","status":"active","intent":"order","medicationCodeableConcept":{"text":"x"},"subject":{"reference":"Patient/p1"},"authoredOn":"2024-01-01",
            "dosageInstruction":[{"sequence":1,"timing":{"repeat":{"count":2,"timeOfDay":["08:00:00"]}}}],"dispenseRequest":{"numberOfRepeatsAllowed":2,"validityPeriod":{"start":"2024-01-01","end":"2024-03-01"}}}
            """),
        ("plan", """
            {"resourceType":"PlanDefinition","id":"d1","url":"http://example.com/PlanDefinition/d1","status":"draft","date":"2024","description":"a *plan*","library":["http://example.com/Library/l"],
            "goal":[{"description":{"text":"g"}}],"action":[{"id":"a","title":"A","condition":[{"kind":"applicability","expression":{"language":"text/fhirpath","expression":"true"}}],"action":[{"title":"B","goalId":["a"]}]}]}
            """),
        ("questionnaire", """
            {"resourceType":"Questionnaire","id":"q1","url":"http://example.com/Questionnaire/q1","status":"active","item":[{"linkId":"1","type":"choice","repeats":true,"answerOption":[{"valueString":"a"}]},
            {"linkId":"2","type":"string","maxLength":20,"enableWhen":[{"question":"1","operator":"=","answerString":"a"}]}]}
            """),
        ("codes", """
            {"resourceType":"CodeSystem","id":"c1","url":"http://example.com/CodeSystem/c1","status":"active","content":"complete","count":1,"concept":[{"code":"a","display":"A"}]}
            """),
        ("parameters", """
            {"resourceType":"Parameters","id":"x1","parameter":[{"name":"a","valueOid":"urn:oid:1.2.3"},{"name":"b","valueUuid":"urn:uuid:c757873d-ec9a-4326-a141-556f43239520"},{"name":"c","valueUrl":"http://example.com"},
            {"name":"d","valueId":"x"},{"name":"e","valueUnsignedInt":0},{"name":"f","valueBase64Binary":"AAAA"}]}
            """),
        ("bundle", """
            {"resourceType":"Bundle","id":"b1","type":"collection","entry":[{"fullUrl":"http://example.com/fhir/Patient/p1","resource":{"resourceType":"Patient","id":"p1"}},
            {"fullUrl":"http://example.com/fhir/List/l1","resource":{"resourceType":"List","id":"l1","status":"current","mode":"working","subject":{"reference":"Patient/p1"}}}]}
            """),
    ];
}
