using FhirMsc.Publishing.Verified;

namespace FhirMsc.Tests.Publishing.Verified;

/// <summary>Entries in memory, open to whoever wants to damage one.</summary>
internal sealed class MemoryStore : IVerifiedStore
{
    public Dictionary<string, byte[]> Entries { get; } = [];

    public (byte[]? Bytes, string? Problem) Read(string name) => (Entries.GetValueOrDefault(name), null);

    public string? Write(string name, byte[] bytes)
    {
        Entries[name] = bytes;
        return null;
    }
}
