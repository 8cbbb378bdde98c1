namespace FhirMsc.Suites.Pages;

/// <summary>How one kind of facts was read: what was found, found wrong, missed, and invented.</summary>
public sealed class KindScore
{
    /// <summary>Expected facts that were found with all their values.</summary>
    public int Found { get; set; }

    /// <summary>Expected facts that were found with a wrong or missing value.</summary>
    public int Wrong { get; set; }

    /// <summary>Expected facts that were not found.</summary>
    public int Missed { get; set; }

    /// <summary>Facts that were reported and are not among the expected ones.</summary>
    public int Invented { get; set; }

    /// <summary>Details of everything that is not found.</summary>
    public List<string> Remarks { get; } = [];

    /// <summary>How many facts were expected.</summary>
    public int Expected => Found + Wrong + Missed;

    /// <summary>Adds the score of another page.</summary>
    public void Add(KindScore other)
    {
        ArgumentNullException.ThrowIfNull(other);
        (Found, Wrong, Missed, Invented) = (Found + other.Found, Wrong + other.Wrong, Missed + other.Missed, Invented + other.Invented);
    }

    internal void Tell(string what, string detail) => Remarks.Add($"{what}: {detail}");
}
