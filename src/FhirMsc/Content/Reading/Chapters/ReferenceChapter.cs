using System.Text;
using FhirMsc.Content.Reading.Maps;
using FhirMsc.Content.References;

namespace FhirMsc.Content.Reading.Chapters;

/// <summary>The references.</summary>
internal static class ReferenceChapter
{
    /// <summary>Reads a reference.</summary>
    public static Reference Reference(MapReader map)
    {
        var origin = map.Fact();
        var label = map.Text("label");
        return new()
        {
            Origin = origin,
            Label = label,
            Id = IdOf(label),
            Kind = map.Choice<ReferenceKind>("kind"),
            Authors = map.Texts("authors"),
            MoreAuthors = map.Flag("moreAuthors", absent: false),
            CorporateAuthor = map.Flag("corporateAuthor", absent: false),
            Title = map.OptionalText("title"),
            Container = map.OptionalText("container"),
            Year = map.OptionalCount("year"),
            Volume = map.OptionalText("volume"),
            Issue = map.OptionalText("issue"),
            Pages = map.OptionalText("pages"),
            AheadOfPrint = map.Flag("aheadOfPrint", absent: false),
            Url = map.OptionalText("url", Forms.IsUrl, ContentIssues.BadUrl),
            Pmid = map.OptionalText("pmid", Forms.IsPmid, ContentIssues.BadPmid),
            Pmcid = map.OptionalText("pmcid", Forms.IsPmcid, ContentIssues.BadPmcid),
            Doi = map.OptionalText("doi", Forms.IsDoi, ContentIssues.BadDoi),
            Accessed = map.OptionalDate("accessed"),
            Printed = map.Text("printed"),
        };
    }

    /// <summary>Name of a reference among the facts: <c>reference-9</c>, <c>reference-park-2015</c>.</summary>
    public static string IdOf(string label)
    {
        var id = new StringBuilder("reference-");
        foreach (var c in label.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c))
                id.Append(c);
            else if (id[^1] != '-')
                id.Append('-');
        }

        return id.ToString().TrimEnd('-');
    }
}
