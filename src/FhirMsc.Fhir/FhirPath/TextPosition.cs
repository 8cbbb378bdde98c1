using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.FhirPath;

/// <summary>Line and column of a place in an expression.</summary>
internal static class TextPosition
{
    public static SourcePosition Of(string text, int offset, string? source)
    {
        var line = 1;
        var start = 0;
        for (var i = 0; i < offset && i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                line++;
                start = i + 1;
            }
        }

        return new SourcePosition(source, line, offset - start + 1);
    }
}
