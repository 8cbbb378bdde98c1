using FhirMsc.Fhir.Issues;
using FhirMsc.Server.Security;
using Microsoft.Extensions.Configuration;

namespace FhirMsc.Server.Settings;

/// <summary>Reads the trusted clients: <c>Trust:Clients:0:Issuer</c> and so on.</summary>
internal static class ClientSettings
{
    public const string Name = "Trust:Clients";

    private static readonly string[] Known = ["Issuer", "KeyUrls", "KeysFile", "Keys"];

    /// <summary>Reads one client.</summary>
    public static TrustedClient? Read(IConfigurationSection section, List<Issue> issues)
    {
        var start = issues.Count;
        foreach (var child in section.GetChildren().Where(child => !Known.Contains(child.Key, StringComparer.OrdinalIgnoreCase)))
        {
            issues.Add(SettingsIssues.Unknown.At(string.Empty, null, child.Path, $"{section.Path}:{Names.Nearest(child.Key, Known)}"));
        }

        var urls = SettingsReader.Values(section.GetSection("KeyUrls"));
        if (!urls.All(OriginText.IsBase))
        {
            issues.Add(SettingsIssues.Value.At(string.Empty, null, $"{section.Path}:KeyUrls", "https URLs of JWK Sets, without query"));
        }

        var (issuer, file, keys) = (section["Issuer"], section["KeysFile"], section["Keys"]);
        if (string.IsNullOrWhiteSpace(issuer))
        {
            issues.Add(SettingsIssues.Missing.At(string.Empty, null, $"{section.Path}:Issuer", "name the client's 'iss', exactly as its tokens have it"));
        }

        if (keys is not null && file is not null)
        {
            issues.Add(SettingsIssues.Conflict.At(string.Empty, null, $"{section.Path}:Keys", $"{section.Path}:KeysFile", "there is one JWK Set for tokens without 'jku'"));
        }

        if (urls.Count == 0 && keys is null && file is null)
        {
            issues.Add(SettingsIssues.Missing.At(string.Empty, null, $"{section.Path}:KeyUrls", "without it, and without 'KeysFile' and 'Keys', no signature of the client can be checked"));
        }

        if ((keys is not null && KeySet.Read(System.Text.Encoding.UTF8.GetBytes(keys)) is null) || (file is not null && KeySet.ReadFile(file) is null))
        {
            issues.Add(SettingsIssues.Value.At(string.Empty, null, $"{section.Path}:{(keys is null ? "KeysFile" : "Keys")}", $"a JWK Set with at least one public key for signatures (RFC 7517){(file is null ? string.Empty : ", and the file readable")}"));
        }

        return issues.Count > start ? null : new TrustedClient { Issuer = issuer!, KeyUrls = urls, KeysFile = file, Keys = keys };
    }
}
