namespace FhirMsc.Content.Cards;

/// <summary>The names that the detail of a card may have in braces; whoever makes the card fills them in from the guideline.</summary>
public static class CardPlaceholders
{
    /// <summary>The names that a guideline has something for: <c>quote:ID</c>, <c>rating:ID</c>, <c>updated</c>, <c>archived</c>, <c>studies</c>.</summary>
    public static IReadOnlyCollection<string> For(Guideline guideline)
    {
        ArgumentNullException.ThrowIfNull(guideline);
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
