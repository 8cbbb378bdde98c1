namespace FhirMsc.Content.Tracing;

/// <summary>Content that knows where it comes from.</summary>
public interface ITraceable
{
    /// <summary>Line in the content file and place in the page.</summary>
    Origin Origin { get; }
}
