using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Terminology;
using FhirMsc.Fhir.Tests.Packages;

namespace FhirMsc.Fhir.Tests.Terminology;

public class PackedTerminologyTests
{
    private const string ValueSet = "http://hl7.org/fhir/ValueSet/";

    /// <summary>
    /// Value sets whose published list leaves codes out, with how many. Most are deprecated codes: FHIR lets those be used, so ours have them. The list for
    /// detected issues leaves out what stands below three codes that a property "child", not nesting, makes children of the filter's code.
    /// </summary>
    private static readonly Dictionary<string, int> LeftOut = new()
    {
        [ValueSet + "detectedissue-category"] = 49,
        [ValueSet + "relatedperson-relationshiptype"] = 4,
        [ValueSet + "observation-interpretation"] = 10,
        [ValueSet + "security-labels"] = 7,
        [ValueSet + "patient-contactrelationship"] = 4,
        ["http://terminology.hl7.org/ValueSet/v2-0916"] = 1,
    };

    [Theory]
    [InlineData("R4", "observation-status", "registered preliminary final amended corrected cancelled entered-in-error unknown")]
    [InlineData("R5", "observation-status", "registered preliminary final amended corrected cancelled entered-in-error unknown")]
    [InlineData("R4", "days-of-week", "mon tue wed thu fri sat sun")]
    [InlineData("R4B", "publication-status", "draft active retired unknown")]
    public void A_value_set_lists_its_codes(string release, string name, string codes)
    {
        var expansion = new LocalTerminology(FhirModel.For(FhirRelease.Find(release)!)).Expand(ValueSet + name);

        Assert.True(expansion.IsComplete);
        Assert.Equal(codes.Split(' ').Order(), expansion.Codes.Select(code => code.Code).Order());
    }

    [Theory]
    [InlineData("mimetypes")]
    [InlineData("all-languages")]
    [InlineData("body-site")]
    public void A_value_set_that_cannot_be_listed_here_says_so(string name)
    {
        Assert.NotNull(FhirModel.For(FhirRelease.R4).FindValueSet(ValueSet + name));
        Assert.False(new LocalTerminology(FhirModel.For(FhirRelease.R4)).Expand(ValueSet + name).IsComplete);
    }

    [Fact]
    public void A_version_that_is_the_releases_own_finds_what_came_with_the_release()
    {
        var model = FhirModel.For(FhirRelease.R4);

        Assert.NotNull(model.FindValueSet("http://terminology.hl7.org/ValueSet/v3-NullFlavor|4.0.1"));
        Assert.NotNull(model.FindValueSet(ValueSet + "observation-status|4.0.1"));
        Assert.Null(model.FindValueSet(ValueSet + "observation-status|4.3.0"));
    }

    [Fact]
    public void A_code_system_keeps_its_hierarchy()
    {
        var system = FhirModel.For(FhirRelease.R4).FindCodeSystem("http://terminology.hl7.org/CodeSystem/v3-ActCode")!;
        var ambulatory = system.Concepts.Single(concept => concept.Code == "AMB");

        Assert.Equal(CodeSystemContentMode.Complete, system.Content);
        Assert.Equal("ambulatory", ambulatory.Display);
        Assert.Contains("_ActEncounterCode", ambulatory.Parents);
        Assert.True(system.Concepts.Single(concept => concept.Code == "_ActEncounterCode").IsAbstract);
    }

    [PackageFact(LocalPackages.Expansions)]
    public void Lists_agree_with_the_published_expansions()
    {
        var model = FhirModel.For(FhirRelease.R4);
        var terminology = new LocalTerminology(model);
        var published = new PackageDefinitions(LocalPackages.Open(LocalPackages.Expansions));
        var compared = 0;
        List<string> wrong = [];
        foreach (var url in model.ValueSetUrls)
        {
            if (published.FindValueSet(url)?.Expansion is not { IsComplete: true } theirs || terminology.Expand(url) is not { IsComplete: true } ours)
            {
                continue;
            }

            compared++;
            var listed = theirs.Codes.Select(code => (code.System, code.Code)).ToHashSet();
            var own = ours.Codes.Where(code => !code.IsAbstract || listed.Contains((code.System, code.Code))).Select(code => (code.System, code.Code)).ToHashSet();
            if (listed.Except(own).Any() || own.Except(listed).Count() != LeftOut.GetValueOrDefault(url))
            {
                wrong.Add($"{url}: not here {string.Join(' ', listed.Except(own).Take(5))}; only here {own.Except(listed).Count()}: {string.Join(' ', own.Except(listed).Take(10))}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.InRange(compared, 250, 400);
    }
}
