using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.Xml;

/// <summary>An XML text, and what of the tree it could not express.</summary>
/// <param name="Utf8">The text, without byte order mark.</param>
/// <param name="Issues">What was left out or replaced; empty for every resource that is valid.</param>
public sealed record XmlWriteResult(byte[] Utf8, IReadOnlyList<Issue> Issues);
