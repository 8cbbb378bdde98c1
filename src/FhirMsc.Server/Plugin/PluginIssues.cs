using FhirMsc.Fhir.Issues;

namespace FhirMsc.Server.Plugin;

/// <summary>What the plug-in says when it is there and cannot serve.</summary>
public static class PluginIssues
{
    /// <summary>503: it could not start.</summary>
    public static readonly IssueKind Broken = new("plugin-broken", Severity.Fatal, "exception", "The decision support could not start, so nothing can be told about the patient. The reason is in the host's log.");
}
