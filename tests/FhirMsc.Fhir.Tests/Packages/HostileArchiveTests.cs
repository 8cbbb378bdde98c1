using System.Formats.Tar;
using System.Text;
using FhirMsc.Fhir.Packages;

namespace FhirMsc.Fhir.Tests.Packages;

/// <summary>An archive that could do harm, or that is damaged, is refused with an issue; nothing is thrown and memory stays bounded.</summary>
public class HostileArchiveTests
{
    [Theory]
    [InlineData("../evil.json")]
    [InlineData("package/../../evil.json")]
    [InlineData("/etc/evil.json")]
    [InlineData("package/..")]
    [InlineData("package\\..\\evil.json")]
    [InlineData("c:/evil.json")]
    [InlineData("package/evil\u0007.json")]
    public void A_path_that_leads_out_is_refused(string name) => Refused("package-path", ArchiveBuilder.WithManifest().File(name, "{}").Build());

    [Theory]
    [InlineData(TarEntryType.SymbolicLink)]
    [InlineData(TarEntryType.HardLink)]
    public void A_link_is_refused(TarEntryType type) => Refused("package-link", ArchiveBuilder.WithManifest().Link(type, "package/a.json", "/etc/passwd").Build());

    [Fact]
    public void A_pipe_is_refused() => Refused("package-entry-type", ArchiveBuilder.WithManifest().Entry(TarEntryType.Fifo, "package/pipe").Build());

    [Fact]
    public void Two_files_of_one_name_are_refused() => Refused("package-duplicate", ArchiveBuilder.WithManifest().File("package/a.json", "{}").File("./package/a.json", "{}").Build());

    [Fact]
    public void Too_many_files_are_refused()
    {
        var archive = ArchiveBuilder.WithManifest();
        for (var i = 0; i < 200; i++)
        {
            archive.File($"package/other/{i}.json", "{}");
        }

        Refused("package-too-large", archive.Build(), new PackageLimits { MaxEntries = 100 });
    }

    [Fact]
    public void A_hundred_thousand_files_are_refused_by_default()
    {
        var archive = new ArchiveBuilder();
        for (var i = 0; i < 100_000; i++)
        {
            archive.Entry(TarEntryType.Directory, $"{i}");
        }

        Refused("package-too-large", archive.Build());
    }

    [Fact]
    public void A_file_above_the_limit_is_refused() =>
        Refused("package-too-large", ArchiveBuilder.WithManifest().File("package/a.json", new byte[2000]).Build(), new PackageLimits { MaxFileBytes = 1000 });

    [Fact]
    public void A_total_above_the_limit_is_refused() =>
        Refused("package-too-large", ArchiveBuilder.WithManifest().File("package/other/a", new byte[20_000]).File("package/other/b", new byte[20_000]).Build(), new PackageLimits { MaxTotalBytes = 30_000 });

    [Fact]
    public void A_bomb_is_refused_by_its_ratio()
    {
        var archive = ArchiveBuilder.WithManifest();
        for (var i = 0; i < 10; i++)
        {
            archive.File($"package/other/{i}", new byte[10 * 1024 * 1024]);
        }

        Refused("package-too-large", archive.Build());
    }

    [Fact]
    public void A_header_that_claims_more_than_there_is_does_not_fill_the_memory()
    {
        var header = Header("package/package.json", '0', "01700000000", 512);

        Refused("package-archive", ArchiveBuilder.Gzip(header));
        Refused("package-too-large", ArchiveBuilder.Gzip(header), new PackageLimits { MaxFileBytes = 1000 });
    }

    [Theory]
    [InlineData('x')]
    [InlineData('g')]
    [InlineData('L')]
    [InlineData('K')]
    public void An_extended_header_that_claims_much_is_refused_before_there_is_room_made_for_it(char type)
    {
        var archive = ArchiveBuilder.Gzip(Header("long", type, "10000000000", 512));
        var before = GC.GetAllocatedBytesForCurrentThread();

        Refused("package-too-large", archive);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000_000);
    }

    [Fact]
    public void A_header_that_gives_an_entry_another_size_is_refused() =>
        Refused("package-archive", ArchiveBuilder.Gzip([.. Header("pax", 'x', "00000000012", 512, "10 size=2\n"), .. Header("package/package.json", '0', "00000000004", 512, "{}  "), .. new byte[1024]]));

    [Fact]
    public void A_size_in_another_notation_is_refused() => Refused("package-too-large", ArchiveBuilder.Gzip(Header("package/a.json", '0', "\u00801234567890", 512)));

    [Fact]
    public void Names_that_differ_in_case_only_are_refused() =>
        Refused("package-case", ArchiveBuilder.WithManifest().File("package/a.json", "{}").File("package/A.json", "{}").Build());

    [Fact]
    public void A_name_that_no_file_system_takes_is_refused() =>
        Refused("package-path", ArchiveBuilder.WithManifest().File($"package/{new string('a', 300)}.json", "{}").Build());

    [Fact]
    public void An_archive_cut_short_behind_its_last_file_is_refused()
    {
        var whole = ArchiveBuilder.WithManifest().Build();

        Refused("package-archive", whole[..^10]);
    }

    [Fact]
    public void A_name_as_long_as_an_archive_is_refused_or_left_out()
    {
        var result = Read(ArchiveBuilder.WithManifest().File("package/" + new string('a', 200_000) + ".json", "{}").Build());

        Assert.True(result.Package is not null || result.Issues.Count > 0);
        Assert.All(result.Issues, issue => Assert.InRange(issue.Text.Length, 1, 400));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no archive at all")]
    [InlineData("\u001f\u008b")]
    public void What_is_no_archive_is_refused(string text) => Refused("package-archive", Encoding.Latin1.GetBytes(text));

    [Fact]
    public void What_is_gzip_but_no_tar_is_refused() => Refused("package-archive", ArchiveBuilder.Gzip(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("no tar ", 500)))));

    [Fact]
    public void An_archive_cut_short_at_any_byte_ends_in_an_issue_or_in_a_package()
    {
        var whole = ArchiveBuilder.WithManifest().File("package/Patient-a.json", """{"resourceType":"Patient"}""").Build();
        for (var length = 0; length < whole.Length; length++)
        {
            var result = Read(whole[..length]);
            Assert.True(result.Package is not null || result.Issues.Count > 0, $"cut at {length}");
        }
    }

    [Fact]
    public void An_archive_with_any_byte_changed_ends_in_an_issue_or_in_a_package()
    {
        var whole = ArchiveBuilder.WithManifest().File("package/Patient-a.json", """{"resourceType":"Patient"}""").Build();
        for (var at = 0; at < whole.Length; at++)
        {
            var broken = whole.ToArray();
            broken[at] ^= 0x55;
            var result = Read(broken);
            Assert.True(result.Package is not null || result.Issues.Count > 0, $"changed at {at}");
        }
    }

    /// <summary>The header of one entry and room for its content.</summary>
    private static byte[] Header(string name, char type, string size, int room, string content = "")
    {
        var header = new byte[512 + room];
        Encoding.ASCII.GetBytes(name).CopyTo(header, 0);
        Encoding.ASCII.GetBytes("0000644\0").CopyTo(header, 100);
        Encoding.ASCII.GetBytes("0000000\0").CopyTo(header, 108);
        Encoding.ASCII.GetBytes("0000000\0").CopyTo(header, 116);
        Encoding.Latin1.GetBytes(size + "\0").CopyTo(header, 124);
        Encoding.ASCII.GetBytes("00000000000\0").CopyTo(header, 136);
        header[156] = (byte)type;
        Encoding.ASCII.GetBytes("ustar\0" + "00").CopyTo(header, 257);
        Encoding.ASCII.GetBytes("        ").CopyTo(header, 148);
        Encoding.ASCII.GetBytes(Convert.ToString(header[..512].Sum(b => b), 8).PadLeft(6, '0') + "\0 ").CopyTo(header, 148);
        Encoding.ASCII.GetBytes(content).CopyTo(header, 512);
        return header;
    }

    private static void Refused(string code, byte[] archive, PackageLimits? limits = null)
    {
        var (package, issues) = Read(archive, limits);

        Assert.Null(package);
        Assert.Contains(issues, issue => issue.Kind.Id == code);
    }

    private static PackageResult Read(byte[] archive, PackageLimits? limits = null) => FhirPackage.Read(new MemoryStream(archive), "hostile.tgz", limits);
}
