using FhirMsc.Fhir.FhirPath.Ports;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Terminology;

namespace FhirMsc.Fhir.Tests.Terminology;

/// <summary>Compositions made at random over two small code systems, against sets of codes worked out the plain way.</summary>
public class RandomCompositionTests
{
    private const int Seed = 4711, Rounds = 400, SetsInRound = 5;

    private static readonly Dictionary<string, string[]> Systems = new() { ["http://s"] = ["a", "b", "c", "d"], ["http://t"] = ["a", "x"] };

    [Fact]
    public void Membership_and_lists_agree_with_the_rules_of_composition()
    {
        var random = new Random(Seed);
        for (var round = 0; round < Rounds; round++)
        {
            List<string> resources = [.. Systems.Select(system => $$"""{"resourceType":"CodeSystem","url":"{{system.Key}}","content":"complete","caseSensitive":true,"concept":[{{string.Join(',', system.Value.Select(code => $$"""{"code":"{{code}}"}"""))}}]}""")];
            Dictionary<string, HashSet<(string System, string Code)>> meant = [];
            for (var i = 0; i < SetsInRound; i++)
            {
                var (includes, included) = Clauses(random, meant, 1 + random.Next(2));
                var (excludes, excluded) = Clauses(random, meant, random.Next(2));
                included.ExceptWith(excluded);
                var url = $"http://vs/{i}";
                resources.Add($$"""{"resourceType":"ValueSet","url":"{{url}}","compose":{"include":[{{includes}}]{{(excludes.Length > 0 ? $",\"exclude\":[{excludes}]" : string.Empty)}}} }""");
                meant.Add(url, included);
            }

            var terminology = new LocalTerminology(resources.Select(json => JsonParser.Parse(json).Tree!.Root));
            foreach (var (url, codes) in meant)
            {
                var context = $"seed {Seed}, round {round}, {url}\n{string.Join('\n', resources)}";
                var expansion = terminology.Expand(url);
                Assert.True(expansion.IsComplete && codes.SetEquals(expansion.Codes.Select(code => (code.System, code.Code))), context);
                foreach (var (system, all) in Systems)
                {
                    Assert.True(all.All(code => terminology.Has(url, new CodedValue(system, code)).Value == (codes.Contains((system, code)) ? Membership.Yes : Membership.No)), context);
                    Assert.True(all.All(code => terminology.Has(url, new CodedValue(null, code)).IsYes == codes.Any(member => member.Code == code)), context);
                }
            }
        }
    }

    private static (string Json, HashSet<(string System, string Code)> Codes) Clauses(Random random, Dictionary<string, HashSet<(string System, string Code)>> earlier, int count)
    {
        List<string> clauses = [];
        HashSet<(string System, string Code)> union = [];
        for (var i = 0; i < count; i++)
        {
            List<string> parts = [];
            var codes = Systems.SelectMany(system => system.Value.Select(code => (system.Key, code))).ToHashSet();
            var imports = earlier.Keys.Where(_ => random.Next(3) == 0).ToList();
            if (imports.Count == 0 || random.Next(2) == 0)
            {
                var system = Systems.Keys.ElementAt(random.Next(Systems.Count));
                var listed = random.Next(2) == 0 ? Systems[system] : [.. Systems[system].Where(_ => random.Next(2) == 0)];
                parts.Add($"\"system\":\"{system}\"");
                if (listed.Length < Systems[system].Length && listed.Length > 0)
                {
                    parts.Add(random.Next(2) == 0
                        ? $"\"concept\":[{string.Join(',', listed.Select(code => $$"""{"code":"{{code}}"}"""))}]"
                        : "\"filter\":[{\"property\":\"code\",\"op\":\"in\",\"value\":\"" + string.Join(',', listed) + "\"}]");
                }
                else
                {
                    listed = Systems[system];
                }

                codes.IntersectWith(listed.Select(code => (system, code)));
            }

            if (imports.Count > 0)
            {
                parts.Add($"\"valueSet\":[{string.Join(',', imports.Select(url => $"\"{url}\""))}]");
                imports.ForEach(url => codes.IntersectWith(earlier[url]));
            }

            clauses.Add($"{{{string.Join(',', parts)}}}");
            union.UnionWith(codes);
        }

        return (string.Join(',', clauses), union);
    }
}
