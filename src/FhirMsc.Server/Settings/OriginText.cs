namespace FhirMsc.Server.Settings;

/// <summary>What a text must be to pass for an address of one kind or another.</summary>
internal static class OriginText
{
    /// <summary>Scheme, host and port, nothing behind.</summary>
    public static bool IsOrigin(string text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.GetLeftPart(UriPartial.Authority).Equals(text, StringComparison.OrdinalIgnoreCase);

    /// <summary>An origin of the web.</summary>
    public static bool IsWeb(string text) => IsOrigin(text) && text.StartsWith("http", StringComparison.OrdinalIgnoreCase);

    /// <summary>An absolute URL of the web.</summary>
    public static bool IsUrl(string text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp);

    /// <summary>A URL that paths can be put behind, with nobody's password in it.</summary>
    public static bool IsServer(string text) => IsUrl(text) && new Uri(text) is { Query.Length: 0, Fragment.Length: 0, UserInfo.Length: 0 };

    /// <summary>A URL that paths can be put behind: https, or http on this machine.</summary>
    public static bool IsBase(string text) => IsUrl(text) && new Uri(text) is { Query.Length: 0, Fragment.Length: 0 } url && (url.Scheme == Uri.UriSchemeHttps || url.IsLoopback);
}
