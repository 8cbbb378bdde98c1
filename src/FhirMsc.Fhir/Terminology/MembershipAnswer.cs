using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.Terminology;

/// <summary>An answer about a code, with the reason where there is something to say: why not, why it cannot be told, or what is odd about a code that is in.</summary>
/// <param name="Value">The answer.</param>
/// <param name="Reason">The reason, from <see cref="TerminologyIssues"/>; <see langword="null"/> for a plain yes.</param>
/// <param name="About">The value set or code system that the reason is about.</param>
/// <param name="Detail">What more the reason names: a version, a filter.</param>
public readonly record struct MembershipAnswer(Membership Value, IssueKind? Reason = null, string? About = null, string? Detail = null)
{
    /// <summary>A plain yes.</summary>
    public static MembershipAnswer Yes => new(Membership.Yes);

    /// <summary>Whether the answer is yes.</summary>
    public bool IsYes => Value == Membership.Yes;

    /// <summary>Whether the answer is a sure no.</summary>
    public bool IsNo => Value == Membership.No;

    /// <summary>A sure no.</summary>
    public static MembershipAnswer No(IssueKind reason, string? about, string? detail = null) => new(Membership.No, reason, about, detail);

    /// <summary>No answer.</summary>
    public static MembershipAnswer CannotTell(IssueKind reason, string? about, string? detail = null) => new(Membership.CannotTell, reason, about, detail);

    /// <summary>The reason as a finding.</summary>
    /// <param name="path">Path of the code.</param>
    /// <param name="position">Where it is in the source.</param>
    /// <returns>The finding; <see langword="null"/> for a plain yes.</returns>
    public Issue? ToIssue(string path, SourcePosition? position) => Reason?.At(path, position, About, Detail);
}
