using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Tests.Snapshots;
using FhirMsc.Fhir.Validation;
using Xunit.Abstractions;

namespace FhirMsc.Fhir.Tests.Validation.Schemas;

/// <summary>Profiles come from anywhere: whatever is wrong with them, validation ends without an exception.</summary>
public class DamagedProfileTests(ITestOutputHelper output)
{
    private const int Seed = 20260115;

    private const string Profile = """
        {"resourceType":"StructureDefinition","url":"http://test/profile","name":"P","kind":"resource","type":"Patient","derivation":"constraint","baseDefinition":"http://hl7.org/fhir/StructureDefinition/Patient","differential":{"element":[
        {"path":"Patient","constraint":[{"key":"a","severity":"error","human":"h","expression":"name.exists() implies gender = 'male'"}]},
        {"path":"Patient.identifier","slicing":{"discriminator":[{"type":"value","path":"system"},{"type":"exists","path":"period"},{"type":"pattern","path":"type.coding"}],"ordered":true,"rules":"closed"},"min":1,"max":"3"},
        {"path":"Patient.identifier","sliceName":"a","min":1,"max":"1","patternIdentifier":{"use":"official","period":{"start":"2020"}}},{"path":"Patient.identifier.system","fixedUri":"http://a"},
        {"path":"Patient.identifier","sliceName":"a/b"},{"path":"Patient.identifier","sliceName":"@default"},
        {"path":"Patient.birthDate","minValueDate":"2000","maxValueDate":"2001-01","maxLength":5},
        {"path":"Patient.deceased[x]","type":[{"code":"boolean"},{"code":"dateTime","profile":["http://test/profile"]}]},
        {"path":"Patient.managingOrganization","type":[{"code":"Reference","targetProfile":["http://hl7.org/fhir/StructureDefinition/Organization"],"aggregation":["contained"],"versioning":"specific"}]},
        {"path":"Patient.generalPractitioner","slicing":{"discriminator":[{"type":"profile","path":"resolve()"},{"type":"type","path":"resolve().ofType(Patient)"}],"rules":"openAtEnd"}},
        {"path":"Patient.generalPractitioner","sliceName":"c","type":[{"code":"Reference","targetProfile":["http://test/profile"]}]},
        {"path":"Patient.maritalStatus","binding":{"strength":"required","valueSet":"http://hl7.org/fhir/ValueSet/marital-status"}}]}}
        """;

    private const string Resource = """
        {"resourceType":"Patient","identifier":[{"system":"http://a","use":"official","period":{"start":"2020"},"type":{"coding":[{"code":"x"}]}},{"value":"1"}],"birthDate":"1999-01-01","deceasedDateTime":"2020",
        "managingOrganization":{"reference":"#o"},"generalPractitioner":[{"reference":"#p"},{"reference":"Practitioner/1"}],"maritalStatus":{"coding":[{"system":"http://s","code":"c"}]},
        "contained":[{"resourceType":"Organization","id":"o","name":"n"},{"resourceType":"Practitioner","id":"p"}],"extension":[{"url":"http://test/profile","valueString":"a"}]}
        """;

    [Fact]
    public void Nothing_throws()
    {
        output.WriteLine($"seed {Seed}");
        var random = new Random(Seed);
        var model = FhirModel.For(FhirRelease.R4);
        var resource = JsonParser.Parse(Resource).Tree!.Root;
        var read = 0;
        for (var i = 0; i < 1_000; i++)
        {
            List<Issue> issues = [];
            if (JsonParser.Parse(Damage(Profile, random)).Tree is { } tree && StructureDefinition.Read(tree.Root, issues) is { } profile)
            {
                read++;
                new ResourceValidator(new ValidationSettings { Model = model, Definitions = new DraftDefinitions(model, [profile]) }).Validate(resource, profile.Url);
            }
        }

        Assert.True(read > 100, $"only {read} could be read");
    }

    /// <summary>Swaps two strings, drops one, doubles one or changes a letter; often the JSON survives.</summary>
    private static string Damage(string json, Random random)
    {
        var parts = json.Split('"');
        for (var n = random.Next(1, 4); n > 0; n--)
        {
            var (i, j) = ((random.Next(parts.Length / 2) * 2) + 1, (random.Next(parts.Length / 2) * 2) + 1);
            switch (random.Next(4))
            {
                case 0:
                    (parts[i], parts[j]) = (parts[j], parts[i]);
                    break;
                case 1:
                    parts[i] = string.Empty;
                    break;
                case 2:
                    parts[i] += "." + parts[j];
                    break;
                default:
                    parts[i] = parts[i].Length > 1 ? parts[i][1..] : "x";
                    break;
            }
        }

        return string.Join('"', parts);
    }
}
