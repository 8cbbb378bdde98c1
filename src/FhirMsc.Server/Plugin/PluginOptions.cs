using Microsoft.Extensions.Configuration;

namespace FhirMsc.Server.Plugin;

/// <summary>Settings of the plug-in, from the section <c>FhirMsc</c> of the host's configuration (<c>FhirMsc__Resources=…</c> in the environment).</summary>
internal sealed record PluginOptions
{
    private const string Section = "FhirMsc";

    /// <summary>The fhir-resources folder; <see langword="null"/> to look for it beside the plug-in and in the folders above.</summary>
    public string? Resources { get; init; }

    /// <summary>Path in the host below which everything is, the CDS services included.</summary>
    public string Base { get; init; } = "/fhirmsc";

    /// <summary>Whether the CDS services are at <c>/cds-services</c> besides, where clients expect them.</summary>
    public bool MountServices { get; init; } = true;

    /// <summary>Settings of the endpoints.</summary>
    public FhirMscOptions Endpoints { get; init; } = new();

    /// <summary>Reads the settings.</summary>
    public static PluginOptions Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        var endpoints = new FhirMscOptions();
        return new PluginOptions
        {
            Resources = section["Resources"],
            Base = section["Base"] is { Length: > 1 } path ? "/" + path.Trim('/') : "/fhirmsc",
            MountServices = section["MountServices"] is not "false" and not "False",
            Endpoints = endpoints with
            {
                AllowedOrigins = List(section, "AllowedOrigins") ?? endpoints.AllowedOrigins,
                Trust = endpoints.Trust with { Open = section["Trust:Open"] is "true" or "True" },
                FhirHosts = List(section, "FhirHosts") ?? endpoints.FhirHosts,
            },
        };
    }

    /// <summary>A list, either as such or as one text with commas.</summary>
    private static IReadOnlyList<string>? List(IConfigurationSection section, string name)
    {
        var children = section.GetSection(name).GetChildren().Select(child => child.Value).OfType<string>().ToList();
        return children.Count > 0 ? children : section[name]?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
