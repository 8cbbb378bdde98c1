using Microsoft.AspNetCore.Http;

namespace FhirMsc.Server.Plugin;

/// <summary>Settings that only the plug-in has, from the section <c>FhirMsc</c> of the host's configuration (<c>FhirMsc__Resources=…</c> in the environment).</summary>
internal sealed record PluginOptions
{
    /// <summary>The fhir-resources folder; <see langword="null"/> to look for it beside the plug-in and in the folders above.</summary>
    public string? Resources { get; init; }

    /// <summary>Path in the host below which everything is, the CDS services included.</summary>
    public string Base { get; init; } = "/fhirmsc";

    /// <summary>Whether the CDS services are at <c>/cds-services</c> besides, where clients expect them.</summary>
    public bool MountServices { get; init; } = true;

    /// <summary>Whether a text is a path that something can be mounted at or be below.</summary>
    public static bool IsPath(string text) => text is ['/', not '/', ..] && text[^1] != '/' && !text.AsSpan().ContainsAny("?#% ") && new PathString(text).HasValue;
}
