using System.Text;
using FhirMsc.Publishing.Integrity;

namespace FhirMsc.Tests.Publishing.Integrity;

public sealed class FileManifestTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("fhirmsc").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void What_was_changed_is_named()
    {
        Put("r4/a.json", "one");
        Put("r4/b.json", "two");
        Put("r5/c.json", "three");
        var manifest = FileManifest.Read(FileManifest.Of(folder).Write())!;
        Put("r4/a.json", "onE");
        File.Delete(Path.Combine(folder, "r5/c.json"));
        Put("r5/d.json", "four");

        var changes = manifest.Compare(FileManifest.Of(folder));

        Assert.Equal(["r4/a.json: was changed", "r5/c.json: is missing", "r5/d.json: is not in the manifest"], changes.Select(change => change.ToString()));
    }

    [Fact]
    public void What_is_as_it_was_gives_nothing()
    {
        Put("r4/a.json", "one");

        Assert.Empty(FileManifest.Of(folder).Compare(FileManifest.Of(folder)));
    }

    [Fact]
    public void Hidden_and_unfinished_files_and_other_folders_are_no_part_of_it()
    {
        Put("r4/.hidden", "x");
        Put("r4/a.json.new", "x");
        Put("content/a.yaml", "x");

        Assert.Empty(FileManifest.Of(folder).Files);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"algorithm":"md5","files":[]}""")]
    [InlineData("""{"algorithm":"sha256","files":[{"path":"a","digest":"12"}]}""")]
    public void What_is_no_manifest_is_refused(string json) => Assert.Null(FileManifest.Read(Encoding.UTF8.GetBytes(json)));

    private void Put(string path, string text)
    {
        var file = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
