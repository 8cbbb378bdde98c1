using System.Text;
using FhirMsc.Conformance.Inputs;

namespace FhirMsc.Tests.Conformance.Inputs;

public class LineReaderTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a", "1:0:a")]
    [InlineData("a\n", "1:0:a")]
    [InlineData("a\r\nb", "1:0:a 2:3:b")]
    [InlineData("\n\na\n", "1:0: 2:1: 3:2:a")]
    [InlineData("a\n\u00e9b\nc", "1:0:a 2:2:\u00e9b 3:6:c")]
    public void Gives_each_line_with_number_and_offset(string text, string lines) => Assert.Equal(lines, Read(text, 100));

    [Fact]
    public void Cuts_a_line_that_is_too_long_and_goes_on_behind_it()
    {
        var text = $"a\n{new string('x', 300_000)}\nb\n";

        Assert.Equal($"1:0:a 2:2:{new string('x', 1001)} 3:300003:b", Read(text, 1000));
    }

    [Fact]
    public void Lines_longer_than_its_buffer_come_whole()
    {
        var line = new string('y', 200_000);

        Assert.Equal($"1:0:{line} 2:200001:z", Read($"{line}\nz", 1_000_000));
    }

    private static string Read(string text, int longest)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var reader = new LineReader(stream, longest);
        var lines = new List<string>();
        while (reader.Next() is { } line)
        {
            lines.Add($"{reader.Number}:{reader.Offset}:{Encoding.UTF8.GetString(line.Span)}");
        }

        return string.Join(' ', lines);
    }
}
