using System.Text.Json;
using System.Text.RegularExpressions;

namespace FhirMsc.Tests.House;

/// <summary>The ledger of CDS Hooks requirements: each one is shown by a test that exists.</summary>
public partial class RequirementLedgerTests
{
    private static readonly JsonElement Ledger = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Root, "fhir-resources", "requirements.json"))).RootElement;

    [Fact]
    public void Every_number_is_in_the_ledger_once()
    {
        var numbers = Enumerable.Range(1, 120).Select(number => $"R{number}").Concat(Enumerable.Range(1, 13).Select(number => $"N{number}"));

        Assert.Equal(numbers.Order(StringComparer.Ordinal), Entries().Select(entry => entry.GetProperty("id").GetString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_requirement_is_shown_by_a_test()
    {
        // Those of security and feedback are a part of their own; they are marked and come with it.
        var without = Entries().Where(entry => entry.GetProperty("tests").GetArrayLength() == 0 && !entry.TryGetProperty("belongsTo", out _));

        Assert.Empty(without.Select(entry => entry.GetProperty("id").GetString()));
    }

    [Fact]
    public void Only_the_rows_of_security_and_feedback_are_left_to_their_part() =>
        Assert.All(Entries().Where(entry => entry.TryGetProperty("belongsTo", out _)), entry => Assert.InRange(int.Parse(entry.GetProperty("id").GetString()![1..], System.Globalization.CultureInfo.InvariantCulture), 94, 110));

    [Fact]
    public void Every_test_that_is_named_exists()
    {
        var tests = Repository.SourceFiles("tests").SelectMany(Tests).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(Entries().SelectMany(entry => entry.GetProperty("tests").EnumerateArray()).Select(test => test.GetString()!).Where(test => !tests.Contains(test)).Distinct());
    }

    private static List<JsonElement> Entries() => [.. Ledger.GetProperty("requirements").EnumerateArray()];

    /// <summary>Full names of the tests in a file, read from its text so that tests of other assemblies are found too.</summary>
    private static IEnumerable<string> Tests(string file)
    {
        var text = File.ReadAllText(file);
        var space = Namespace().Match(text).Groups[1].Value;
        var type = Class().Match(text).Groups[1].Value;
        return Method().Matches(text).Select(match => $"{space}.{type}.{match.Groups[1].Value}");
    }

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"\bclass (\w+)")]
    private static partial Regex Class();

    /// <summary>A method below a Fact or Theory attribute, whatever attributes are between.</summary>
    [GeneratedRegex(@"\[(?:Fact|Theory)[^\n]*\n(?:\s*\[[^\n]*\n)*\s*public (?:async )?(?:void|Task) (\w+)\(")]
    private static partial Regex Method();
}
