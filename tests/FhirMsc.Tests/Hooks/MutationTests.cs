using System.Text;
using System.Text.Json.Nodes;
using FhirMsc.Decisions;
using FhirMsc.Hooks;
using FhirMsc.Hooks.Cards;
using FhirMsc.Hooks.Requests;
using FhirMsc.Tests.House;
using FhirMsc.Tests.Publishing;

namespace FhirMsc.Tests.Hooks;

/// <summary>The example calls with something broken in them: whatever comes, it is answered or refused, and nothing is thrown.</summary>
public class MutationTests
{
    private const int CallsPerFile = 60;

    private static readonly string[] Values =
    [
        "null", "[]", "{}", "\"\"", "\"x\"", "0", "-1e400", "true", "[null]", "[[]]", "[{}]", "{\"resourceType\":\"Bundle\"}", "{\"resourceType\":1}",
        "{\"resourceType\":\"OperationOutcome\"}", "{\"reference\":\"#\"}", "{\"reference\":\"/\"}", "\"\\u0000\"", "\"Patient/\"",
    ];

    [Theory]
    [InlineData(20210421)]
    [InlineData(20210502)]
    public void Broken_calls_are_answered_or_refused(int seed)
    {
        var services = PlanReader.Read(Published.Edition.Catalog!, TimeProvider.System).Plans.Select(HookService.For).ToDictionary(service => service.Description.Id);
        var random = new Random(seed);
        var ids = new RandomCardIds();
        var (answered, refused) = (0, 0);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "fhir-resources", "calls"), "*.json").Order(StringComparer.Ordinal))
        {
            var call = JsonNode.Parse(File.ReadAllText(file))!;
            if (!services.TryGetValue(call["service"]!.GetValue<string>(), out var service))
            {
                continue;
            }

            for (var i = 0; i < CallsPerFile; i++)
            {
                var text = Mutate(call["request"]!, random);
                try
                {
                    var read = HookRequestReader.Read(Encoding.UTF8.GetBytes(text), HookKinds.Find(service.Description.Hook)!);
                    Assert.True(read.Request is null == read.Issues.Count > 0);
                    if (read.Request is null)
                    {
                        refused++;
                        continue;
                    }

                    service.Answer(read.Request, ids);
                    answered++;
                }
                catch (Exception e)
                {
                    Assert.Fail($"Seed {seed}, {Path.GetFileName(file)}, mutation {i}: {e}\n{text}");
                }
            }
        }

        // Mutations that all end up on one side would test only that side.
        Assert.True(answered > 200 && refused > 200, $"Seed {seed}: {answered} answered, {refused} refused");
    }

    /// <summary>Replaces, removes or copies up to three members or items somewhere, or cuts the text.</summary>
    private static string Mutate(JsonNode request, Random random)
    {
        var copy = request.DeepClone();
        for (var n = random.Next(1, 4); n > 0; n--)
        {
            var places = Places(copy).ToList();
            var place = places[random.Next(places.Count)];
            var value = JsonNode.Parse(Values[random.Next(Values.Length)]);
            switch (place.Parent)
            {
                case JsonObject owner when random.Next(4) == 0:
                    owner.Remove(place.GetPropertyName());
                    break;
                case JsonObject owner:
                    owner[place.GetPropertyName()] = value;
                    break;
                case JsonArray list when random.Next(4) == 0:
                    list.Add(place.DeepClone());
                    break;
                case JsonArray list:
                    list[place.GetElementIndex()] = value;
                    break;
            }
        }

        var text = copy.ToJsonString();
        return random.Next(20) == 0 ? text[..random.Next(text.Length)] : text;
    }

    private static IEnumerable<JsonNode> Places(JsonNode node)
    {
        var children = node switch
        {
            JsonObject owner => owner.Select(member => member.Value),
            JsonArray list => list,
            _ => [],
        };
        return children.OfType<JsonNode>().SelectMany(child => Places(child).Prepend(child));
    }
}
