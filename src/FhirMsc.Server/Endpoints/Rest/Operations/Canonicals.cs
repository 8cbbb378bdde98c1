namespace FhirMsc.Server.Endpoints.Rest.Operations;

/// <summary>The canonical that an operation is about: of the resource in the path, or stated.</summary>
internal static class Canonicals
{
    /// <summary>The canonical, with version if one is stated; <see langword="null"/> if there is none.</summary>
    public static string? Of(RestCall call, string name, string versionName)
    {
        if (call.Instance is { } instance)
        {
            return instance.Url;
        }

        var url = call.Input.Text(name);
        return url is null || call.Input.Text(versionName) is not { } version || url.Contains('|', StringComparison.Ordinal) ? url : $"{url}|{version}";
    }
}
