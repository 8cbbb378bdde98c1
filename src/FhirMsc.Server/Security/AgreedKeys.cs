using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace FhirMsc.Server.Security;

/// <summary>
/// Keys that were agreed on out of band: in the settings, or in a file that is read again when it changes. A changed file that holds no keys leaves the old ones in place,
/// since it may be half written.
/// </summary>
internal sealed class AgreedKeys
{
    private readonly string? file;
    private readonly Lock turn = new();
    private KeySet? keys;
    private DateTime written;

    public AgreedKeys(TrustedClient client)
    {
        file = client.KeysFile;
        keys = client.Keys is { } text ? KeySet.Read(Encoding.UTF8.GetBytes(text)) : null;
    }

    /// <summary>Finds a key.</summary>
    public JsonWebKey? Find(string kid)
    {
        if (file is null)
        {
            return keys?.Find(kid);
        }

        lock (turn)
        {
            var changed = File.GetLastWriteTimeUtc(file);
            if (changed != written && KeySet.ReadFile(file) is { } read)
            {
                (keys, written) = (read, changed);
            }

            return keys?.Find(kid);
        }
    }
}
