namespace FhirMsc.Publishing.Verified;

/// <summary>Where entries are kept from one start to the next. Nobody but the user of the program may be able to write there: what comes from here is served.</summary>
public interface IVerifiedStore
{
    /// <summary>Reads an entry.</summary>
    /// <param name="name">Name of the entry: letters, digits and hyphens.</param>
    /// <returns>The bytes, or <see langword="null"/> and why there are none; neither if nothing was kept under that name.</returns>
    (byte[]? Bytes, string? Problem) Read(string name);

    /// <summary>Keeps an entry in place of the one with the same name; readers see the old one or the new one, never a part.</summary>
    /// <returns><see langword="null"/>, or why it could not be kept.</returns>
    string? Write(string name, byte[] bytes);
}
