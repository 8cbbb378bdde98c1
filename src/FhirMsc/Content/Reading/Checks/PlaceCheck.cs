using FhirMsc.Content.Reading.Maps;

namespace FhirMsc.Content.Reading.Checks;

/// <summary>Places and parents of sections name sections that are there.</summary>
internal sealed class PlaceCheck : IContentCheck
{
    /// <inheritdoc/>
    public void Check(Guideline guideline, Report report)
    {
        var sections = guideline.Sections.Select(section => section.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (path, place) in report.Places.Where(pair => !sections.Contains(pair.Place.Section)))
            report.Add(ContentFactIssues.UnknownSection, path, place.Section, Nearest.Hint(place.Section, sections));
        foreach (var section in guideline.Sections)
        {
            if (section.Parent is { } parent && (parent == section.Id || !sections.Contains(parent)))
                report.Add(ContentFactIssues.UnknownSection, section.Origin.Path + ".parent", parent, Nearest.Hint(parent, sections.Where(id => id != section.Id)));
        }
    }
}
