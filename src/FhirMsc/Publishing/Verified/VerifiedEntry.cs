using System.Security.Cryptography;
using FhirMsc.Artifacts;
using FhirMsc.Conformance;
using FhirMsc.Content.Tracing;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Publishing.Verified;

/// <summary>
/// An edition that passed the gate, as bytes: a mark, the key that it is good for, the SHA-256 of the rest, and the rest: the day up to which its explanations hold, titles, and the
/// resources as they are published. Origins of elements are not kept: nothing that is served needs them.
/// </summary>
internal static class VerifiedEntry
{
    private const int HeaderLength = 16 + VerifiedKey.Length + SHA256.HashSizeInBytes;

    private static readonly Dictionary<string, Origin> NoOrigins = [];

    private static ReadOnlySpan<byte> Mark => "fhirmsc verified"u8;

    /// <summary>Writes an entry.</summary>
    public static byte[] Write(byte[] key, DateOnly lastDay, IReadOnlyList<GuidelineTitle> guidelines, IReadOnlyList<ArtifactSet> sets)
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes))
        {
            writer.Write(Mark);
            writer.Write(key);
            writer.Write(new byte[SHA256.HashSizeInBytes]);
            writer.Write(lastDay.DayNumber);
            writer.Write(guidelines.Count);
            foreach (var guideline in guidelines)
            {
                writer.Write(guideline.Title);
                writer.Write(guideline.Version);
            }

            writer.Write(sets.Count);
            foreach (var set in sets)
            {
                writer.Write(set.Guideline);
                writer.Write(set.Artifacts.Count);
                foreach (var artifact in set.Artifacts)
                {
                    writer.Write(artifact.ResourceType);
                    writer.Write(artifact.Id);
                    WriteOptional(writer, artifact.Url);
                    WriteOptional(writer, artifact.Version);
                    writer.Write(artifact.FullUrl);
                    writer.Write(artifact.Json.Length);
                    writer.Write(artifact.Json.Span);
                }
            }
        }

        var entry = bytes.ToArray();
        SHA256.HashData(entry.AsSpan(HeaderLength), entry.AsSpan(HeaderLength - SHA256.HashSizeInBytes));
        return entry;
    }

    /// <summary>Reads an entry, if it is good for a key and a day.</summary>
    /// <returns>What it holds, or why it is not taken.</returns>
    public static (VerifiedContent? Content, string? Problem) Read(byte[] entry, byte[] key, FhirRelease release, DateOnly today)
    {
        const string Damaged = "the kept entry is damaged";
        if (entry.Length < HeaderLength || !entry.AsSpan(0, Mark.Length).SequenceEqual(Mark))
        {
            return (null, Damaged);
        }

        if (!entry.AsSpan(Mark.Length, key.Length).SequenceEqual(key))
        {
            return (null, "the content or the program is not what was verified last");
        }

        if (!SHA256.HashData(entry.AsSpan(HeaderLength)).AsSpan().SequenceEqual(entry.AsSpan(HeaderLength - SHA256.HashSizeInBytes, SHA256.HashSizeInBytes)))
        {
            return (null, Damaged);
        }

        try
        {
            return ReadRest(entry, release, today) is { } content ? (content, null) : (null, "explanations of warnings have expired since it was verified");
        }
        catch (Exception e) when (e is EndOfStreamException or FormatException or ArgumentException)
        {
            return (null, Damaged);
        }
    }

    private static VerifiedContent? ReadRest(byte[] entry, FhirRelease release, DateOnly today)
    {
        using var reader = new BinaryReader(new MemoryStream(entry, HeaderLength, entry.Length - HeaderLength, writable: false));
        if (today.DayNumber > reader.ReadInt32())
        {
            return null;
        }

        var guidelines = new GuidelineTitle[reader.ReadInt32()];
        for (var i = 0; i < guidelines.Length; i++)
        {
            guidelines[i] = new GuidelineTitle(reader.ReadString(), reader.ReadString());
        }

        var sets = new ValidatedArtifacts[reader.ReadInt32()];
        for (var i = 0; i < sets.Length; i++)
        {
            var guideline = reader.ReadString();
            var artifacts = new Artifact[reader.ReadInt32()];
            for (var j = 0; j < artifacts.Length; j++)
            {
                artifacts[j] = ReadArtifact(reader, entry);
            }

            sets[i] = new ValidatedArtifacts(new ArtifactSet(guideline, release, artifacts));
        }

        return new VerifiedContent(new Catalog(sets), guidelines);
    }

    private static Artifact ReadArtifact(BinaryReader reader, byte[] entry)
    {
        var (type, id, url, version, fullUrl) = (reader.ReadString(), reader.ReadString(), ReadOptional(reader), ReadOptional(reader), reader.ReadString());
        var length = reader.ReadInt32();
        var json = entry.AsMemory(HeaderLength + (int)reader.BaseStream.Position, length);
        reader.BaseStream.Position += length;
        return new Artifact
        {
            ResourceType = type,
            Id = id,
            Url = url,
            Version = version,
            FullUrl = fullUrl,
            Json = json,
            Tree = JsonParser.Parse(json, $"{type}-{id}.json") is { Tree: { } tree, Issues.Count: 0 } ? tree : throw new FormatException(),
            Origins = NoOrigins,
        };
    }

    private static void WriteOptional(BinaryWriter writer, string? text)
    {
        writer.Write(text is not null);
        if (text is not null)
        {
            writer.Write(text);
        }
    }

    private static string? ReadOptional(BinaryReader reader) => reader.ReadBoolean() ? reader.ReadString() : null;
}
