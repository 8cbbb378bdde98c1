using System.Collections.Frozen;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Terminology.Grammars;

namespace FhirMsc.Fhir.Terminology.Composition;

/// <summary>The codes of one code system (https://hl7.org/fhir/R4/codesystem.html), ready to be asked. Immutable but for tables that are made when first needed.</summary>
internal sealed class CodeSystemContent
{
    private readonly FrozenDictionary<string, CodeSystemConcept> concepts;
    private readonly Lazy<ILookup<string, string>> children;
    private readonly ICodeGrammar? grammar;

    public CodeSystemContent(CodeSystemDefinition definition, ICodeGrammar? grammar)
    {
        Definition = definition;
        this.grammar = grammar;
        concepts = Index(definition);
        children = new(() => definition.Concepts.SelectMany(concept => concept.Parents.Select(parent => (parent, concept.Code))).ToLookup(pair => pair.parent, pair => pair.Code));
    }

    public CodeSystemDefinition Definition { get; }

    public string Url => Definition.Url;

    /// <summary>Whether a code that is not here does not exist.</summary>
    public bool IsComplete => Definition.Content == CodeSystemContentMode.Complete;

    /// <summary>The concept of a code, in its own case or, where case does not surely matter, in another.</summary>
    public CodeSystemConcept? Find(string code) => concepts.GetValueOrDefault(code);

    /// <summary>Whether the system has a code.</summary>
    public MembershipAnswer Has(string code)
    {
        if (concepts.TryGetValue(code, out var concept))
        {
            return Note(concept, code);
        }

        if (IsComplete)
        {
            return MembershipAnswer.No(TerminologyIssues.UnknownCode, Url);
        }

        return grammar is not null ? grammar.Has(code) : Definition.Content switch
        {
            CodeSystemContentMode.Supplement => MembershipAnswer.CannotTell(TerminologyIssues.Supplement, Url),
            CodeSystemContentMode.NotPresent => MembershipAnswer.CannotTell(TerminologyIssues.UnknownSystem, Url),
            _ => MembershipAnswer.CannotTell(TerminologyIssues.PartialSystem, Url),
        };
    }

    /// <summary>
    /// A yes for a concept of the system, with what is odd about it. R4, CodeSystem.caseSensitive: where it is not stated whether case matters, be strict in
    /// what you write and accept any case.
    /// </summary>
    public MembershipAnswer Note(CodeSystemConcept concept, string asWritten)
    {
        if (concept.IsAbstract)
        {
            return new MembershipAnswer(Membership.Yes, TerminologyIssues.AbstractCode, Url);
        }

        if (concept.IsInactive)
        {
            return new MembershipAnswer(Membership.Yes, TerminologyIssues.InactiveCode, Url);
        }

        return Definition.IsCaseSensitive is null && concept.Code != asWritten ? new MembershipAnswer(Membership.Yes, TerminologyIssues.CaseDiffers, Url, concept.Code) : MembershipAnswer.Yes;
    }

    public IEnumerable<string> ChildrenOf(string code) => children.Value[code];

    /// <summary>All codes below a code; not the code itself, even if the hierarchy runs in a circle.</summary>
    public IReadOnlyCollection<string> Below(string code) => Reach(code, ChildrenOf);

    /// <summary>All codes above a code, without it.</summary>
    public IReadOnlyCollection<string> Above(string code) => Reach(code, below => concepts.TryGetValue(below, out var concept) ? concept.Parents : []);

    /// <summary>
    /// Whether one code stands above another. R4, CodeSystem.hierarchyMeaning: only "is-a" (and, by custom, a hierarchy that does not say) means subsumption;
    /// grouping and being a part do not.
    /// </summary>
    public MembershipAnswer Subsumes(string general, string specific)
    {
        if (concepts.GetValueOrDefault(general) is not { } above || concepts.GetValueOrDefault(specific) is not { } below)
        {
            return MembershipAnswer.CannotTell(IsComplete ? TerminologyIssues.UnknownCode : TerminologyIssues.PartialSystem, Url);
        }

        if (above == below || (Definition.HierarchyMeaning is null or "is-a" && Above(below.Code).Contains(above.Code)))
        {
            return MembershipAnswer.Yes;
        }

        return Definition.HierarchyMeaning is not (null or "is-a") ? MembershipAnswer.CannotTell(TerminologyIssues.OtherHierarchy, Url, Definition.HierarchyMeaning)
            : IsComplete ? MembershipAnswer.No(TerminologyIssues.NotSubsumed, Url, general)
            : MembershipAnswer.CannotTell(TerminologyIssues.PartialSystem, Url);
    }

    private static HashSet<string> Reach(string from, Func<string, IEnumerable<string>> next)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<string>([from]);
        while (waiting.TryPop(out var code))
        {
            foreach (var other in next(code).Where(reached.Add))
            {
                waiting.Push(other);
            }
        }

        reached.Remove(from);
        return reached;
    }

    /// <summary>By any case unless the system says that case matters, or shows it by codes that differ in nothing else.</summary>
    private static FrozenDictionary<string, CodeSystemConcept> Index(CodeSystemDefinition definition)
    {
        var byCode = new Dictionary<string, CodeSystemConcept>(definition.Concepts.Count, StringComparer.Ordinal);
        foreach (var concept in definition.Concepts)
        {
            byCode.TryAdd(concept.Code, concept);
        }

        return byCode.ToFrozenDictionary(definition.IsCaseSensitive == true ? StringComparer.Ordinal : CodeCase.Comparer(byCode.Keys));
    }
}
