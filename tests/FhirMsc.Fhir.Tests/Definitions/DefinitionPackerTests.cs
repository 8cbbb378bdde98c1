using System.Text;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Definitions.Packing;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Terminology;
using FhirMsc.Fhir.Tests.Packages;

namespace FhirMsc.Fhir.Tests.Definitions;

public class DefinitionPackerTests
{
    private static readonly Lazy<IReadOnlyList<PackedRelease>> Packed = new(() =>
    {
        List<Issue> issues = [];
        var packed = DefinitionPacker.Pack([.. LocalPackages.All.Select(LocalPackages.Open)], LocalTerminology.Lists, issues);
        Assert.Empty(issues);
        return packed;
    });

    [PackageFact(LocalPackages.R4, LocalPackages.R4B, LocalPackages.R5, LocalPackages.Expansions, LocalPackages.TerminologyR4, LocalPackages.TerminologyR5, LocalPackages.ExtensionsR4, LocalPackages.ExtensionsR5)]
    public void Packing_again_gives_the_embedded_bytes()
    {
        foreach (var release in Packed.Value)
        {
            var embedded = Embedded($"FhirMsc.Fhir.Definitions.{release.FileName}");
            Assert.True(release.Pack.Span.SequenceEqual(embedded), $"{release.FileName} is out of step with the packages, or brotli compresses differently here: pack again and look at what changed.");
        }

        Assert.Equal(FhirRelease.All, Packed.Value.Select(release => release.Release));
    }

    [PackageFact(LocalPackages.R4, LocalPackages.R4B, LocalPackages.R5, LocalPackages.Expansions, LocalPackages.TerminologyR4, LocalPackages.TerminologyR5, LocalPackages.ExtensionsR4, LocalPackages.ExtensionsR5)]
    public void The_list_of_names_is_in_step_with_the_packs() =>
        Assert.Equal(Encoding.UTF8.GetString(Embedded("FhirMsc.Fhir.Json.names.txt")), Encoding.UTF8.GetString(DefinitionPacker.Names(Packed.Value)));

    [Fact]
    public void A_release_without_its_core_package_gets_no_pack() => Assert.Empty(DefinitionPacker.Pack([], LocalTerminology.Lists, []));

    [Theory]
    [InlineData("r4.pack")]
    [InlineData("r4b.pack")]
    [InlineData("r5.pack")]
    public void A_pack_stays_within_its_budget(string file) => Assert.InRange(Embedded($"FhirMsc.Fhir.Definitions.{file}").Length, 100 * 1024, 300 * 1024);

    private static byte[] Embedded(string name)
    {
        using var stream = typeof(FhirModel).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
