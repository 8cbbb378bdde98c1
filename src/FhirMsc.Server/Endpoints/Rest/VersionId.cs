using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using FhirMsc.Artifacts;

namespace FhirMsc.Server.Endpoints.Rest;

/// <summary>Version ids: from the bytes, so that they are the same on every server and change with every change; with the release, whose representations differ.</summary>
internal static class VersionId
{
    private static readonly ConditionalWeakTable<Artifact, string> Known = [];

    /// <summary>The version id of a resource.</summary>
    public static string Of(Artifact artifact, FhirStore store) =>
        Known.GetValue(artifact, one => $"{store.Release.MimeVersion}-{Convert.ToHexStringLower(SHA256.HashData(one.Json.Span))[..20]}");
}
