namespace FhirMsc.Conformance.Inputs;

/// <summary>The files that the words of a command line stand for.</summary>
/// <param name="Files">The files in the order of the words, each once; those of a folder or pattern in the ordinal order of their paths.</param>
/// <param name="Problems">What is wrong with the words, with the remedy; one sentence or two each.</param>
public sealed record InputList(IReadOnlyList<InputFile> Files, IReadOnlyList<string> Problems);
