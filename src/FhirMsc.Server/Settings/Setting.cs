namespace FhirMsc.Server.Settings;

/// <summary>One setting: its name, what its value must be, and where the value goes.</summary>
/// <param name="Name">Path below the section, e.g. <c>Storage:File</c>.</param>
/// <param name="Form">What a value must be, as the end of "must be …".</param>
/// <param name="IsList">Whether it takes several values: an array in JSON, or one text with commas.</param>
/// <param name="Apply">Puts the values in place; <see langword="null"/> if they are not of the form.</param>
internal sealed record Setting(string Name, string Form, bool IsList, Func<ServerSettings, IReadOnlyList<string>, ServerSettings?> Apply);
