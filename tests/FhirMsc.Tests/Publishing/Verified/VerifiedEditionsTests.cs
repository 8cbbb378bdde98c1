using System.Text;
using FhirMsc.Conformance.Baselines;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Json;
using FhirMsc.Publishing;
using FhirMsc.Publishing.Ledger;
using FhirMsc.Publishing.Verified;
using FhirMsc.Tests.Artifacts;

namespace FhirMsc.Tests.Publishing.Verified;

public class VerifiedEditionsTests
{
    private static readonly EditionSource Source = EditionSource.Read([Committed.ContentFile], "there-is-no-ledger.json");

    private static readonly Lazy<Edition> Built = new(() => EditionBuilder.Build(Source.Files, FhirRelease.R4, ReleaseLedger.Empty));

    [Fact]
    public void What_passed_the_gate_comes_back_to_the_byte()
    {
        var (content, problem) = Kept(out _).Find(Source, FhirRelease.R4);

        Assert.Null(problem);
        Assert.Equal(Built.Value.Titles, content!.Guidelines);
        Assert.Equal(FhirRelease.R4, content.Catalog.Release);
        var (before, after) = (Built.Value.Catalog!.Artifacts, content.Catalog.Artifacts);
        Assert.NotEmpty(before);
        Assert.Equal(before.Select(artifact => (artifact.Reference, artifact.Url, artifact.Version, artifact.FullUrl)), after.Select(artifact => (artifact.Reference, artifact.Url, artifact.Version, artifact.FullUrl)));
        Assert.All(before.Zip(after), pair =>
        {
            Assert.True(pair.First.Json.Span.SequenceEqual(pair.Second.Json.Span), pair.First.Reference);
            Assert.True(JsonWriter.Write(pair.First.Tree.Root).AsSpan().SequenceEqual(JsonWriter.Write(pair.Second.Tree.Root)), pair.First.Reference);
        });
        Assert.NotNull(content.Catalog.Of(Built.Value.Guidelines[0].Id));
    }

    [Fact]
    public void Other_bytes_another_name_another_ledger_or_another_release_is_never_answered_from_it()
    {
        var verified = Kept(out var store);
        var file = Source.Files[0];
        var spaced = file.Bytes!.Value.ToArray();
        var changed = (byte[])spaced.Clone();
        changed[^1] ^= 1;

        Assert.NotNull(verified.Find(Source, FhirRelease.R4).Content);
        Assert.All(
            [
                Source with { Files = [file with { Bytes = changed }] },
                Source with { Files = [file with { Bytes = spaced.Append((byte)'\n').ToArray() }] },
                Source with { Files = [file with { Name = "other.yaml" }] },
                Source with { Files = [file, file] },
                Source with { Ledger = Encoding.UTF8.GetBytes("{}") },
                Source with { Ledger = ReadOnlyMemory<byte>.Empty },
            ],
            other =>
            {
                // Even under the name that it would be looked for.
                store.Entries[VerifiedKey.Name(other, FhirRelease.R4)] = store.Entries[VerifiedKey.Name(Source, FhirRelease.R4)];
                var (content, problem) = verified.Find(other, FhirRelease.R4);
                Assert.Null(content);
                Assert.Contains("not what was verified last", problem, StringComparison.Ordinal);
            });
        store.Entries[VerifiedKey.Name(Source, FhirRelease.R5)] = store.Entries[VerifiedKey.Name(Source, FhirRelease.R4)];
        Assert.Null(verified.Find(Source, FhirRelease.R5).Content);
        Assert.Null(verified.Find(Source with { Files = [file with { Bytes = null }] }, FhirRelease.R4).Content);
    }

    [Fact]
    public void A_damaged_entry_is_noticed_wherever_the_damage_is()
    {
        var verified = Kept(out var store);
        var name = store.Entries.Keys.Single();
        var whole = store.Entries[name];
        var places = Enumerable.Range(0, 120).Concat(Enumerable.Range(0, 40).Select(i => i * (whole.Length / 40))).Append(whole.Length - 1);
        foreach (var place in places)
        {
            var damaged = (byte[])whole.Clone();
            damaged[place] ^= 0x20;
            store.Entries[name] = damaged;
            var (content, problem) = verified.Find(Source, FhirRelease.R4);
            Assert.True(content is null && problem is not null, $"byte {place}");
        }

        foreach (var length in new[] { 0, 1, 79, 80, 81, whole.Length / 2, whole.Length - 1 })
        {
            store.Entries[name] = whole[..length];
            Assert.Null(verified.Find(Source, FhirRelease.R4).Content);
        }

        store.Entries[name] = [.. whole, 0];
        Assert.Null(verified.Find(Source, FhirRelease.R4).Content);
    }

    [Fact]
    public void An_edition_is_judged_again_once_an_explanation_has_expired()
    {
        var lastDay = Built.Value.Findings.Select(finding => finding.Known).OfType<BaselineEntry>().Min(entry => entry.Expires);
        Kept(out var store);

        Assert.NotNull(At(store, lastDay).Find(Source, FhirRelease.R4).Content);
        var (content, problem) = At(store, lastDay.AddDays(1)).Find(Source, FhirRelease.R4);
        Assert.Null(content);
        Assert.Contains("expired", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void What_did_not_pass_or_has_something_to_be_told_is_not_kept()
    {
        var store = new MemoryStore();
        var verified = new VerifiedEditions(store, TimeProvider.System);
        var edition = Built.Value;
        var finding = edition.Findings[0];

        Assert.Null(verified.Keep(Source, FhirRelease.R4, edition with { Catalog = null }));
        Assert.Null(verified.Keep(Source, FhirRelease.R4, edition with { Findings = [finding with { Known = null }] }));
        Assert.Null(verified.Keep(Source, FhirRelease.R4, edition with { ContentIssues = [finding.Issue] }));
        Assert.Empty(store.Entries);
        Assert.Null(new VerifiedEditions(null, TimeProvider.System).Keep(Source, FhirRelease.R4, edition));
        Assert.Equal((null, null), new VerifiedEditions(null, TimeProvider.System).Find(Source, FhirRelease.R4));
    }

    private static VerifiedEditions Kept(out MemoryStore store)
    {
        store = new MemoryStore();
        var verified = At(store, new DateOnly(2026, 1, 1));
        Assert.Null(verified.Keep(Source, FhirRelease.R4, Built.Value));
        return verified;
    }

    private static VerifiedEditions At(MemoryStore store, DateOnly day) => new(store, new FixedDay(day));

    private sealed class FixedDay(DateOnly day) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(day, TimeOnly.MinValue, TimeSpan.Zero);
    }
}
