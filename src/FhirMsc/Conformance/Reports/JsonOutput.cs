using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FhirMsc.Conformance.Reports;

/// <summary>JSON that goes to a text portion by portion, so that a long report is never whole in memory.</summary>
internal sealed class JsonOutput : IDisposable
{
    private const int Portion = 64 * 1024;

    private readonly TextWriter output;
    private readonly ArrayBufferWriter<byte> buffer = new(Portion);

    /// <param name="output">Takes the text; stays open.</param>
    public JsonOutput(TextWriter output)
    {
        this.output = output;
        Json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    /// <summary>What to write with.</summary>
    public Utf8JsonWriter Json { get; }

    /// <summary>Hands on what was written, if it is worth it.</summary>
    public void Pass()
    {
        if (Json.BytesPending + buffer.WrittenCount > Portion)
        {
            Flush();
        }
    }

    /// <summary>Hands on the end of the text.</summary>
    public void End()
    {
        Flush();
        output.Write('\n');
        output.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => Json.Dispose();

    private void Flush()
    {
        Json.Flush();
        output.Write(Encoding.UTF8.GetString(buffer.WrittenSpan));
        buffer.ResetWrittenCount();
    }
}
