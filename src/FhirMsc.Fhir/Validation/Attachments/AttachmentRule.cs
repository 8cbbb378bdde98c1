using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Validation.Rules;

namespace FhirMsc.Fhir.Validation.Attachments;

/// <summary>Size and hash of an Attachment are those of its data (https://hl7.org/fhir/R4/datatypes.html#attachment). What lies behind a url is not fetched.</summary>
internal sealed class AttachmentRule : ITypeRule
{
    /// <inheritdoc/>
    public string TypeName => "Attachment";

    /// <summary>How many bytes a base64 value stands for; <see langword="null"/> if there is none or it is no base64.</summary>
    public static long? SizeOf(Node data) => Bytes(data)?.Length;

    /// <inheritdoc/>
    public void Check(in RuleContext context, IssueSink sink)
    {
        var node = context.Node;
        var (data, size, hash) = (node.Child("data"), node.Child("size"), node.Child("hash"));
        if (!data.Exists)
        {
            if (!node.Child("url").Exists && !node.Child("contentType").Exists && !node.Child("language").Exists)
            {
                sink.Report(AttachmentIssues.Empty, node);
            }

            return;
        }

        if ((!size.Exists && !hash.Exists) || Bytes(data) is not { } bytes)
        {
            return;
        }

        if (long.TryParse(size.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var stated) && stated != bytes.Length)
        {
            sink.Report(AttachmentIssues.Size, size, stated, bytes.Length);
        }

        if (hash.Exists)
        {
            Hash(hash, bytes, sink);
        }
    }

    private static void Hash(Node hash, byte[] bytes, IssueSink sink)
    {
        // The specification asks for SHA-1; it guards against mistakes, not against attackers.
#pragma warning disable CA5350 // Asked for by the specification.
        if (Bytes(hash) is not { Length: SHA1.HashSizeInBytes } digest)
        {
            sink.Report(AttachmentIssues.NoHash, hash);
        }
        else if (!digest.AsSpan().SequenceEqual(SHA1.HashData(bytes)))
        {
            sink.Report(AttachmentIssues.Hash, hash);
        }
#pragma warning restore CA5350
    }

    private static byte[]? Bytes(Node node)
    {
        if (!node.Exists || node.Kind != NodeKind.String || node.IsEscaped)
        {
            return null;
        }

        var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(node.RawValue.Length)];
        return Base64.DecodeFromUtf8(node.RawValue, bytes, out _, out var written) == System.Buffers.OperationStatus.Done ? bytes[..written] : null;
    }
}
