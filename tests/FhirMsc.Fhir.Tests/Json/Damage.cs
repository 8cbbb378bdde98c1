using System.Text;

namespace FhirMsc.Fhir.Tests.Json;

/// <summary>Damages good texts: up to three bytes are taken out, put in or replaced.</summary>
internal static class Damage
{
    public static byte[] Do(string text, byte[] pieces, Random random)
    {
        var bytes = Encoding.UTF8.GetBytes(text).ToList();
        for (var change = random.Next(4); change > 0 && bytes.Count > 0; change--)
        {
            var at = random.Next(bytes.Count);
            var piece = pieces[random.Next(pieces.Length)];
            switch (random.Next(3))
            {
                case 0:
                    bytes.RemoveAt(at);
                    break;
                case 1:
                    bytes.Insert(at, piece);
                    break;
                default:
                    bytes[at] = piece;
                    break;
            }
        }

        return [.. bytes];
    }
}
