using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.FhirPath.Ports;
using FhirMsc.Fhir.Terminology;
using Xunit.Abstractions;

namespace FhirMsc.Fhir.Tests.Terminology;

/// <summary>Expansion and membership are two questions about one rule: over all value sets that come with the library they must never contradict each other.</summary>
public class AgreementTests(ITestOutputHelper output)
{
    private const int Seed = 20260101;

    [Theory]
    [InlineData("R4")]
    [InlineData("R4B")]
    [InlineData("R5")]
    public void What_is_listed_is_in_and_what_is_not_listed_is_out(string release)
    {
        var model = FhirModel.For(FhirRelease.Find(release)!);
        var terminology = new LocalTerminology(model);
        var random = new Random(Seed);
        var pool = model.ValueSetUrls.SelectMany(url => terminology.Expand(url).Codes.Take(20)).ToList();
        var (complete, wrong) = (0, new List<string>());
        foreach (var url in model.ValueSetUrls)
        {
            var expansion = terminology.Expand(url);
            complete += expansion.IsComplete ? 1 : 0;
            var listed = expansion.Codes.Select(code => (code.System, code.Code)).ToHashSet();
            wrong.AddRange(expansion.Codes.Where(code => !terminology.Has(url, new CodedValue(code.System, code.Code)).IsYes || !terminology.Has(url, new CodedValue(null, code.Code)).IsYes)
                .Select(code => $"{url} lists {code.System}#{code.Code}, but it is not in"));
            for (var i = 0; i < 50; i++)
            {
                var other = pool[random.Next(pool.Count)];
                var answer = terminology.Has(url, new CodedValue(other.System, other.Code));
                if (expansion.IsComplete && answer.IsYes != listed.Contains((other.System, other.Code)) && answer.Reason is null)
                {
                    wrong.Add($"{url} {answer.Value} for {other.System}#{other.Code}");
                }

                if (expansion.IsComplete && answer.Value == Membership.CannotTell)
                {
                    wrong.Add($"{url} is complete, but cannot tell {other.System}#{other.Code}: {answer.ToIssue(string.Empty, null)}");
                }
            }
        }

        output.WriteLine($"{release}: {complete} of {model.ValueSetUrls.Count} value sets are listed whole (seed {Seed})");
        Assert.True(wrong.Count == 0, $"seed {Seed}\n" + string.Join('\n', wrong.Take(20)));
        Assert.True(complete > model.ValueSetUrls.Count / 2);
    }

    [Theory]
    [InlineData("R4")]
    [InlineData("R4B")]
    [InlineData("R5")]
    public void A_value_set_that_is_not_listed_whole_says_why(string release)
    {
        var model = FhirModel.For(FhirRelease.Find(release)!);
        var terminology = new LocalTerminology(model);
        foreach (var url in model.ValueSetUrls)
        {
            var page = terminology.Expand(url, new ExpansionRequest { Count = 0 });
            Assert.Equal(page.IsComplete, page.Issues.Count == 0);
            if (!page.IsComplete)
            {
                output.WriteLine($"{url} ({page.Total}): {string.Join(' ', page.Issues)}");
            }
        }
    }
}
