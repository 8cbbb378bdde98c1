namespace FhirMsc.Content.Reading.Checks;

/// <summary>What the detail of a card may have filled in.</summary>
internal static class CardPlaceholders
{
    /// <summary>The placeholders that can be filled for a guideline.</summary>
    public static IReadOnlyCollection<string> For(Guideline guideline)
    {
        var names = new List<string>();
        foreach (var recommendation in guideline.Recommendations)
        {
            names.Add($"quote:{recommendation.Id}");
            if (recommendation.Rating is not null)
                names.Add($"rating:{recommendation.Id}");
        }

        if (guideline.Source.LastUpdated is not null)
            names.Add("updated");
        if (guideline.Source.Archived is not null)
            names.Add("archived");
        if (guideline.Studies.Count > 0)
            names.Add("studies");
        return names;
    }
}
