using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Publishing.Verified;

/// <summary>
/// Remembers what passed the gate, so that a start need not repeat it: the same bytes of content, judged by the same program, pass again. Whatever is not exactly so is
/// built and judged anew.
/// </summary>
/// <param name="store">Where entries are kept; <see langword="null"/> to keep none.</param>
/// <param name="time">The clock that the last days of explanations are judged by.</param>
public sealed class VerifiedEditions(IVerifiedStore? store, TimeProvider time)
{
    /// <summary>Finds what was kept of exactly this source.</summary>
    /// <returns>What was kept, or <see langword="null"/>; and why something that is there was not taken.</returns>
    public (VerifiedContent? Content, string? Problem) Find(EditionSource source, FhirRelease release)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(release);
        if (store is null || VerifiedKey.Of(source, release) is not { } key)
        {
            return (null, null);
        }

        var (bytes, problem) = store.Read(VerifiedKey.Name(source, release));
        return bytes is null ? (null, problem) : VerifiedEntry.Read(bytes, key, release, Today());
    }

    /// <summary>
    /// Keeps an edition that was built of this source, if it is published and there is nothing to say about it: findings must be told at every start, so an edition that has
    /// any is built every time.
    /// </summary>
    /// <returns><see langword="null"/>, or why it could not be kept.</returns>
    public string? Keep(EditionSource source, FhirRelease release, Edition edition)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(release);
        ArgumentNullException.ThrowIfNull(edition);
        if (store is null || edition.Catalog is null || edition.ContentIssues.Count > 0 || edition.Findings.Any(finding => finding.Counts) || VerifiedKey.Of(source, release) is not { } key)
        {
            return null;
        }

        var lastDay = edition.Findings.Select(finding => finding.Known?.Expires).OfType<DateOnly>().Append(DateOnly.MaxValue).Min();
        return store.Write(VerifiedKey.Name(source, release), VerifiedEntry.Write(key, lastDay, edition.Titles, edition.Sets));
    }

    private DateOnly Today() => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
}
