using System.Globalization;

namespace FhirMsc.Content.Tracing;

/// <summary>
/// Where in the published page a fact stands: a section and the sentence in it. Sections that are lists (recommendation bullets, the list of
/// references) and the front matter are counted by item or line instead; the section's <see cref="Source.Section.Counted"/> says which.
/// </summary>
/// <param name="Section">Id of the section, one of <see cref="Guideline.Sections"/>.</param>
/// <param name="First">First sentence, counted from 1 inside the section; <see langword="null"/> for the section's heading or the section as a whole.</param>
/// <param name="Last">Last sentence when the fact spans several, otherwise the same as <paramref name="First"/>.</param>
public sealed record Place(string Section, int? First = null, int? Last = null)
{
    /// <summary>The form used in the content file: <c>section</c>, <c>section:3</c> or <c>section:3-5</c>.</summary>
    public override string ToString() => (First, Last) switch
    {
        (null, _) => Section,
        var (first, last) when last is null || last == first => string.Create(CultureInfo.InvariantCulture, $"{Section}:{first}"),
        var (first, last) => string.Create(CultureInfo.InvariantCulture, $"{Section}:{first}-{last}"),
    };
}
