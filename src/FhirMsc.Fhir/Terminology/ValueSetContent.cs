using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Terminology;

/// <summary>
/// The <c>compose</c> of one ValueSet resource (https://hl7.org/fhir/R4/valueset.html#compositions), ready to answer whether a code is in it. Includes are
/// united; within one include, its codes, filters and value sets must all agree; excludes win.
/// </summary>
public sealed class ValueSetContent
{
    private readonly bool isDefined;
    private readonly IReadOnlyList<ValueSetClause> includes;
    private readonly IReadOnlyList<ValueSetClause> excludes;

    private ValueSetContent(string url, string? version, bool isDefined, IReadOnlyList<ValueSetClause> includes, IReadOnlyList<ValueSetClause> excludes)
    {
        Url = url;
        Version = version;
        this.isDefined = isDefined;
        this.includes = includes;
        this.excludes = excludes;
    }

    /// <summary>Canonical URL.</summary>
    public string Url { get; }

    /// <summary>Business version, if it has one.</summary>
    public string? Version { get; }

    /// <summary>Reads a ValueSet.</summary>
    /// <returns>Its content, or <see langword="null"/> if it has no url.</returns>
    public static ValueSetContent? Read(Node valueSet)
    {
        if (valueSet.Child("url") is not { Exists: true, Text: { } url })
        {
            return null;
        }

        var compose = valueSet.Child("compose");
        var version = valueSet.Child("version");
        return new ValueSetContent(
            url,
            version.Exists ? version.Text : null,
            compose.Exists,
            compose.Exists ? [.. compose.ChildrenNamed("include").Select(ValueSetClause.Read)] : [],
            compose.Exists ? [.. compose.ChildrenNamed("exclude").Select(ValueSetClause.Read)] : []);
    }

    /// <summary>Whether a code is in the value set.</summary>
    /// <param name="system">Canonical URL of the code system.</param>
    /// <param name="code">The code.</param>
    /// <param name="terminology">Where other value sets and the code systems are looked up.</param>
    /// <param name="depth">How many value sets refer to this one already, against circles.</param>
    internal Membership Has(string system, string code, LocalTerminology terminology, int depth)
    {
        if (!isDefined)
        {
            // Without a compose nothing says what the value set means.
            return Membership.CannotTell;
        }

        var included = Any(includes, system, code, terminology, depth);
        if (included == Membership.No)
        {
            return Membership.No;
        }

        return Any(excludes, system, code, terminology, depth) switch
        {
            Membership.Yes => Membership.No,
            Membership.CannotTell => Membership.CannotTell,
            _ => included,
        };
    }

    /// <summary>Whether a code of some system is, or may be, in the value set.</summary>
    internal bool MayList(string code, LocalTerminology terminology, int depth) => !isDefined || includes.Any(clause => clause.MayList(code, terminology, depth));

    private static Membership Any(IReadOnlyList<ValueSetClause> clauses, string system, string code, LocalTerminology terminology, int depth)
    {
        var answer = Membership.No;
        foreach (var clause in clauses)
        {
            switch (clause.Has(system, code, terminology, depth))
            {
                case Membership.Yes:
                    return Membership.Yes;
                case Membership.CannotTell:
                    answer = Membership.CannotTell;
                    break;
                default:
                    break;
            }
        }

        return answer;
    }
}
