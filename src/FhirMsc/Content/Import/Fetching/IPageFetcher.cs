namespace FhirMsc.Content.Import.Fetching;

/// <summary>Port to the web: fetches the one page whose address a person gave.</summary>
public interface IPageFetcher
{
    /// <summary>Fetches a page.</summary>
    /// <param name="address">Its address.</param>
    /// <param name="stop">Ends it.</param>
    /// <returns>The page's bytes as far as they were allowed, or why there are none.</returns>
    Task<FetchedPage> FetchAsync(Uri address, CancellationToken stop);
}
