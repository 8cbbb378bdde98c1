namespace FhirMsc.Content.Reading.Checks;

/// <summary>
/// Checks one matter of a whole guideline. It also runs on guidelines with findings, so that all are told at once: blanks (empty texts, no digits)
/// stand for what was reported already and must be passed over.
/// </summary>
internal interface IContentCheck
{
    /// <summary>Reports what is wrong.</summary>
    void Check(Guideline guideline, Report report);
}
