using System.Diagnostics;
using System.Runtime.Versioning;
using FhirMsc.Server.Verified;

namespace FhirMsc.Server.Tests.Verified;

[SupportedOSPlatform("linux")]
public sealed class PrivateFolderTests : IDisposable
{
    private const UnixFileMode Mine = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly DirectoryInfo above = Directory.CreateTempSubdirectory("fhirmsc-verified-");

    private string Folder => Path.Combine(above.FullName, "a", "verified");

    private string File1 => Path.Combine(Folder, "r4-1.verified");

    public void Dispose() => above.Delete(recursive: true);

    [LinuxFact]
    public void What_is_kept_is_the_users_alone_and_replaces_what_was_there()
    {
        var folder = new PrivateFolder(Folder);
        Assert.Equal((null, null), folder.Read("r4-1"));
        Assert.Null(folder.Write("r4-1", [1, 2, 3]));
        Assert.Null(folder.Write("r4-1", [4, 5]));

        Assert.Equal([4, 5], folder.Read("r4-1").Bytes);
        Assert.Equal((null, null), folder.Read("r4-2"));
        Assert.Equal([File1], Directory.GetFileSystemEntries(Folder));
        Assert.Equal(Mine | UnixFileMode.UserExecute, File.GetUnixFileMode(Folder));
        Assert.Equal(Mine, File.GetUnixFileMode(File1));
    }

    [LinuxFact]
    public void A_folder_or_file_that_others_can_write_to_is_refused()
    {
        var folder = new PrivateFolder(Folder);
        Assert.Null(folder.Write("r4-1", [1]));

        File.SetUnixFileMode(File1, Mine | UnixFileMode.GroupWrite);
        AssertRefused(folder.Read("r4-1"), "others can write to it");
        File.SetUnixFileMode(File1, Mine | UnixFileMode.OtherWrite);
        AssertRefused(folder.Read("r4-1"), "others can write to it");
        File.SetUnixFileMode(File1, Mine);
        Assert.NotNull(folder.Read("r4-1").Bytes);

        File.SetUnixFileMode(Folder, Mine | UnixFileMode.UserExecute | UnixFileMode.GroupWrite);
        AssertRefused(folder.Read("r4-1"), "others can write to the folder");
        Assert.Contains("others can write to the folder", folder.Write("r4-1", [2]), StringComparison.Ordinal);
        File.SetUnixFileMode(Folder, Mine | UnixFileMode.UserExecute);
        Assert.Equal([1], folder.Read("r4-1").Bytes);
    }

    [LinuxFact]
    public async Task What_belongs_to_somebody_else_is_refused()
    {
        if (Environment.UserName != "root")
        {
            // Nobody but root can give files away; root's own are somebody else's to anybody else.
            AssertRefused(new PrivateFolder("/usr").Read("r4-1"), "belongs to somebody else");
            Assert.Contains("belongs to somebody else", new PrivateFolder("/usr").Write("r4-1", [1]), StringComparison.Ordinal);
            return;
        }

        var folder = new PrivateFolder(Folder);
        Assert.Null(folder.Write("r4-1", [1]));
        await GiveAwayAsync(File1, 65534);
        AssertRefused(folder.Read("r4-1"), "belongs to somebody else");
        await GiveAwayAsync(File1, 0);
        Assert.NotNull(folder.Read("r4-1").Bytes);
        await GiveAwayAsync(Folder, 65534);
        AssertRefused(folder.Read("r4-1"), "belongs to somebody else");
        Assert.Contains("belongs to somebody else", folder.Write("r4-1", [2]), StringComparison.Ordinal);
    }

    [LinuxFact]
    public void Where_nothing_can_be_made_the_reason_is_told()
    {
        File.WriteAllText(Path.Combine(above.FullName, "a"), "a file where the folder should be");
        var folder = new PrivateFolder(Folder);

        Assert.Equal((null, null), folder.Read("r4-1"));
        Assert.Contains("can't be read or written", folder.Write("r4-1", [1]), StringComparison.Ordinal);
        Assert.NotNull(new PrivateFolder("/proc/fhirmsc").Write("r4-1", [1]));
    }

    private static void AssertRefused((byte[]? Bytes, string? Problem) read, string why)
    {
        Assert.Null(read.Bytes);
        Assert.Contains(why, read.Problem, StringComparison.Ordinal);
    }

    private static async Task GiveAwayAsync(string path, int user)
    {
        using var chown = Process.Start("chown", [$"{user}", path]);
        await chown.WaitForExitAsync();
        Assert.Equal(0, chown.ExitCode);
    }
}
