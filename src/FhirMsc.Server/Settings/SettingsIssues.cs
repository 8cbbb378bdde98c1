using FhirMsc.Fhir.Issues;

namespace FhirMsc.Server.Settings;

/// <summary>What can be wrong with settings. The texts name settings and never repeat a value, which may be a password or a key.</summary>
public static class SettingsIssues
{
    /// <summary>The file is not JSON.</summary>
    public static readonly IssueKind File = new("settings-file", Severity.Error, "structure", "'{0}' cannot be read as JSON. Mend or remove it.");

    /// <summary>A name that no setting has.</summary>
    public static readonly IssueKind Unknown = new("settings-unknown", Severity.Error, "not-found", "'{0}' is no setting. Did you mean '{1}'?");

    /// <summary>A value that the setting can't have.</summary>
    public static readonly IssueKind Value = new("settings-value", Severity.Error, "value", "'{0}' must be {1}.");

    /// <summary>A setting that another one needs.</summary>
    public static readonly IssueKind Missing = new("settings-missing", Severity.Error, "required", "'{0}' is missing: {1}.");

    /// <summary>Two settings that exclude each other.</summary>
    public static readonly IssueKind Conflict = new("settings-conflict", Severity.Error, "conflict", "'{0}' and '{1}' exclude each other: {2}.");

    /// <summary>Reachable by other machines, without trust and not declared open.</summary>
    public static readonly IssueKind Exposed = new("settings-exposed", Severity.Error, "security", "'{0}' lets other machines call, and nothing says whom to trust. List clients under 'FhirMsc:Trust:Clients', or set 'FhirMsc:Trust:Open' to true to answer everybody.");
}
