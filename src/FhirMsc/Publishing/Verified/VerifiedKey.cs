using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Publishing.Verified;

/// <summary>What the verdict of the gate depends on, as one SHA-256: the program, the release, every byte of the content, and the ledger.</summary>
internal static class VerifiedKey
{
    /// <summary>Length in bytes.</summary>
    public const int Length = SHA256.HashSizeInBytes;

    /// <summary>
    /// The assemblies that take part in reading, generating and judging, with everything embedded in them: definitions, profiles, explained warnings. The compiler derives a
    /// module's version id from what it compiles.
    /// </summary>
    private static readonly Type[] Program = [typeof(VerifiedKey), typeof(Node), typeof(YamlDotNet.Core.Parser), typeof(object)];

    /// <summary>The key.</summary>
    /// <returns>The key; <see langword="null"/> if a file could not be read, as there is nothing to remember then.</returns>
    public static byte[]? Of(EditionSource source, FhirRelease release)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var type in Program)
        {
            Append(hash, type.Module.ModuleVersionId.ToByteArray());
        }

        Append(hash, Encoding.UTF8.GetBytes(Environment.Version.ToString()));
        Append(hash, Encoding.UTF8.GetBytes(release.Version));
        Append(hash, source.Ledger is { } ledger ? ledger.Span : []);
        foreach (var file in source.Files)
        {
            if (file.Bytes is not { } bytes)
            {
                return null;
            }

            Append(hash, Encoding.UTF8.GetBytes(file.Name));
            Append(hash, bytes.Span);
        }

        return hash.GetHashAndReset();
    }

    /// <summary>Name of the entry: the same for all versions of the same files, so that a new version takes the place of the old one.</summary>
    public static string Name(EditionSource source, FhirRelease release)
    {
        var paths = string.Join('\n', source.Files.Select(file => Path.GetFullPath(file.Name)));
        return $"{release.Name.ToLowerInvariant()}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(paths)).AsSpan(0, 12))}";
    }

    /// <summary>Lengths in front keep different parts from giving the same bytes.</summary>
    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> bytes)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
