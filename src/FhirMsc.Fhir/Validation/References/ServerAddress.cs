using System.Text.RegularExpressions;

namespace FhirMsc.Fhir.Validation.References;

/// <summary>The address of a resource on a server (https://hl7.org/fhir/R4/references.html#literal): <c>[base]/[type]/[id]/_history/[version]</c>.</summary>
/// <param name="Base">The base with its slash; empty for a relative address.</param>
/// <param name="Type">The type of the resource, which may or may not exist.</param>
/// <param name="Id">Its id.</param>
/// <param name="Version">Its version; <see langword="null"/> if not stated.</param>
internal sealed partial record ServerAddress(string Base, string Type, string Id, string? Version)
{
    /// <summary>Reads an address.</summary>
    /// <returns>The address; <see langword="null"/> if the text has another form.</returns>
    public static ServerAddress? Read(string? text)
    {
        if (text is null || Form().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var version = match.Groups["version"];
        return new ServerAddress(match.Groups["base"].Value, match.Groups["type"].Value, match.Groups["id"].Value, version.Success ? version.Value : null);
    }

    [GeneratedRegex(@"^(?<base>(https?://[^\s?#]*/)?)(?<type>[A-Z][A-Za-z]+)/(?<id>[A-Za-z0-9.\-]{1,64})(/_history/(?<version>[A-Za-z0-9.\-]{1,64}))?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
