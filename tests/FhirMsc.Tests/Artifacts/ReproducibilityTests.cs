using System.Globalization;
using System.Runtime.CompilerServices;
using FhirMsc.Artifacts;
using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Tests.Artifacts;

public class ReproducibilityTests
{
    [Theory]
    [InlineData("R4", ",", ".", "Asia/Tokyo")]
    [InlineData("R4B", "٫", "٬", "America/New_York")]
    [InlineData("R5", ",", "’", "Australia/Eucla")]
    public void Other_cultures_time_zones_and_directories_give_the_same_bytes(string release, string decimalSeparator, string groupSeparator, string timeZone)
    {
        var here = Committed.For(release).Artifacts.ToDictionary(artifact => artifact.FileName, artifact => artifact.Json.ToArray());
        var directory = Directory.CreateTempSubdirectory("fhirmsc");
        try
        {
            var copy = Path.Combine(directory.FullName, "other name.yaml");
            File.Copy(Committed.ContentFile, copy);

            var elsewhere = InAnotherPlace(decimalSeparator, groupSeparator, timeZone, () => ArtifactGenerator.Generate(Committed.Read(copy), FhirRelease.Find(release)!));

            Assert.Equal(here.Count, elsewhere.Artifacts.Count);
            Assert.All(elsewhere.Artifacts, artifact => Assert.Equal(here[artifact.FileName], artifact.Json.ToArray()));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [Fact]
    public void The_other_culture_of_that_test_writes_numbers_in_another_way() =>
        Assert.Equal("1,5", InAnotherPlace(",", ".", "Asia/Tokyo", () => string.Format(null, "{0}", 1.5m)));

    /// <summary>Runs on a thread of its own, so that no other test sees the culture.</summary>
    private static T InAnotherPlace<T>(string decimalSeparator, string groupSeparator, string timeZone, Func<T> work)
    {
        var result = new StrongBox<T>();
        var zone = Environment.GetEnvironmentVariable("TZ");
        var thread = new Thread(() =>
        {
            var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            culture.NumberFormat.NumberDecimalSeparator = decimalSeparator;
            culture.NumberFormat.NumberGroupSeparator = groupSeparator;
            culture.NumberFormat.NegativeSign = "−";
            Thread.CurrentThread.CurrentCulture = culture;
            Environment.SetEnvironmentVariable("TZ", timeZone);
            TimeZoneInfo.ClearCachedData();
            result.Value = work();
        });
        thread.Start();
        thread.Join();
        Environment.SetEnvironmentVariable("TZ", zone);
        TimeZoneInfo.ClearCachedData();
        return result.Value!;
    }
}
