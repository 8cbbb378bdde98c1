using System.Collections.Frozen;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.FhirPath.Ports;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.Terminology.Composition;

/// <summary>What a clause takes of one code system: all of it, the codes it lists, or those that meet its filters.</summary>
internal sealed class SystemPart
{
    private readonly FrozenDictionary<string, ExpandedCode> listed;
    private readonly FrozenSet<string>? doubtful;
    private readonly Func<string, MembershipAnswer> otherwise;
    private readonly CodeSystemContent? content;
    private readonly string? version;
    private readonly bool isUnsureOfCase;

    /// <param name="url">The code system.</param>
    /// <param name="version">Its version, if the clause names one.</param>
    /// <param name="content">Its content, if at hand.</param>
    /// <param name="codes">The codes that are surely in.</param>
    /// <param name="comparer">Whether their case matters.</param>
    /// <param name="doubtful">Codes that may be in.</param>
    /// <param name="otherwise">The answer for all other codes.</param>
    /// <param name="isClosed">Whether that answer is always no.</param>
    public SystemPart(string url, string? version, CodeSystemContent? content, IReadOnlyList<ExpandedCode> codes, StringComparer comparer, FrozenSet<string>? doubtful, Func<string, MembershipAnswer> otherwise, bool isClosed)
    {
        Url = url;
        this.version = version == "*" ? null : version;
        this.content = content;
        Codes = codes;
        var byCode = new Dictionary<string, ExpandedCode>(codes.Count, comparer);
        foreach (var code in codes)
        {
            byCode.TryAdd(code.Code, code);
        }

        listed = byCode.ToFrozenDictionary(comparer);
        isUnsureOfCase = content is null && comparer != StringComparer.Ordinal;
        this.doubtful = doubtful;
        this.otherwise = otherwise;
        IsClosed = isClosed && doubtful is null;
    }

    /// <summary>The code system.</summary>
    public string Url { get; }

    /// <summary>The codes that are surely in, in order.</summary>
    public IReadOnlyList<ExpandedCode> Codes { get; }

    /// <summary>Whether these are all.</summary>
    public bool IsClosed { get; }

    public MembershipAnswer Has(in CodedValue code)
    {
        if (code.System != Url)
        {
            return MembershipAnswer.No(TerminologyIssues.UnknownCode, Url);
        }

        var answer = listed.TryGetValue(code.Code, out var found)
            ? Found(found, code.Code)
            : doubtful?.Contains(code.Code) == true ? MembershipAnswer.CannotTell(TerminologyIssues.PartialMatch, Url) : otherwise(code.Code);
        return code.Version is null ? answer : Weigh(answer, code.Version);
    }

    private MembershipAnswer Found(ExpandedCode found, string asWritten)
    {
        if (content?.Find(found.Code) is { } concept)
        {
            return content.Note(concept, asWritten);
        }

        // A list of codes whose system is not at hand.
        return isUnsureOfCase && found.Code != asWritten ? MembershipAnswer.CannotTell(TerminologyIssues.UnknownCase, Url, found.Code) : MembershipAnswer.Yes;
    }

    /// <summary>
    /// R4, <c>include.version</c>: codes are taken from that version. A coding of another version may mean something else, so that a yes is none. A coding of
    /// a version other than that at hand may have codes that are not known, so that a no is none, except against a list of codes.
    /// </summary>
    private MembershipAnswer Weigh(MembershipAnswer answer, string stated)
    {
        if (answer.IsYes)
        {
            return version is null || Agree(version, stated) ? answer : MembershipAnswer.CannotTell(TerminologyIssues.SystemVersion, Url, $"{version} is asked for, the code is of {stated}");
        }

        return answer.IsNo && answer.Reason == TerminologyIssues.UnknownCode && content?.Definition.Version is { } own && !Agree(own, stated)
            ? MembershipAnswer.CannotTell(TerminologyIssues.SystemVersion, Url, $"{own} is at hand, the code is of {stated}")
            : answer;
    }

    private static bool Agree(string one, string other) => CanonicalVersion.Matches(one, other) || CanonicalVersion.Matches(other, one);
}
