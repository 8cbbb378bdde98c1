namespace FhirMsc.Content.Import.Drafts;

/// <summary>A node of a draft: content as data, so that values can be found, changed and compared by their path.</summary>
internal abstract class DraftNode;
