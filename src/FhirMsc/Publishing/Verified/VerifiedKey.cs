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
        using var input = new MemoryStream();
        foreach (var type in Program)
        {
            Append(input, type.Module.ModuleVersionId.ToByteArray());
        }

        Append(input, Encoding.UTF8.GetBytes(Environment.Version.ToString()));
        Append(input, Encoding.UTF8.GetBytes(release.Version));

        // A ledger that is empty is none, and refused; one that is missing is one without entries.
        Append(input, source.Ledger is { } ledger ? [1, .. ledger.Span] : [0]);
        foreach (var file in source.Files)
        {
            if (file.Bytes is not { } bytes)
            {
                return null;
            }

            Append(input, Encoding.UTF8.GetBytes(file.Name));
            Append(input, bytes.Span);
        }

        return SHA256.HashData(input.GetBuffer().AsSpan(0, (int)input.Length));
    }

    /// <summary>Name of the entry: the same for all versions of the same files, so that a new version takes the place of the old one.</summary>
    public static string Name(EditionSource source, FhirRelease release)
    {
        var paths = string.Join('\n', source.Files.Select(file => Path.GetFullPath(file.Name)));
        return $"{release.Name.ToLowerInvariant()}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(paths)).AsSpan(0, 12))}";
    }

    /// <summary>Lengths in front keep different parts from giving the same bytes.</summary>
    private static void Append(MemoryStream input, ReadOnlySpan<byte> bytes)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
        input.Write(length);
        input.Write(bytes);
    }
}
