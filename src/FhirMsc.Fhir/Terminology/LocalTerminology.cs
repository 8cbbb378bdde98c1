using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.FhirPath.Ports;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Terminology.Composition;
using FhirMsc.Fhir.Terminology.Mapping;

namespace FhirMsc.Fhir.Terminology;

/// <summary>
/// Answers questions about codes from the definitions it was given, and from nothing else: no server is ever asked. What the definitions do not say cannot be
/// told, per code: content that is not at hand never flips what is known. Safe to use from several threads; what it has worked out it keeps.
/// </summary>
public sealed class LocalTerminology
{
    private readonly Composer composer;
    private readonly ConceptTranslator translator;

    /// <param name="source">Value sets, code systems and concept maps.</param>
    public LocalTerminology(IDefinitionSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        composer = new Composer(source);
        translator = new ConceptTranslator(source);
    }

    /// <param name="resources">ValueSets, CodeSystems and ConceptMaps; other types are passed over. Of two with the same url the last one counts.</param>
    public LocalTerminology(IEnumerable<Node> resources)
        : this(new ResourceDefinitions(resources))
    {
    }

    /// <summary>For <see cref="Definitions.Packing.DefinitionPacker"/>: whether all codes of a value set can be listed from a source.</summary>
    public static Func<ValueSetDefinition, bool> Lists(IDefinitionSource source)
    {
        var terminology = new LocalTerminology(source);
        return valueSet => terminology.Expand(valueSet).IsComplete;
    }

    /// <summary>Whether a code is in a value set (R4 and R5, ValueSet <c>$validate-code</c>).</summary>
    /// <param name="valueSet">Canonical of the value set, with or without <c>|version</c>.</param>
    /// <param name="code">
    /// The code. Where <see cref="CodedValue.System"/> is <see langword="null"/> it is the value of an element of type <c>code</c>, whose system the value set
    /// tells; where it is empty, a Coding that does not state its system.
    /// </param>
    /// <returns>The answer and its reason. A yes may carry one too: an abstract or inactive code, a case that differs.</returns>
    public MembershipAnswer Has(string valueSet, in CodedValue code)
    {
        ArgumentNullException.ThrowIfNull(valueSet);
        return composer.ValueSet(valueSet).Has(code);
    }

    /// <summary>A value set that has been asked for before, and that is kept from then on; <see langword="null"/> for others.</summary>
    internal ValueSetContent? Known(string valueSet) => composer.Known(valueSet);

    /// <summary>The same for a value set that no source has: one that a resource contains. It is compiled anew for each question.</summary>
    public MembershipAnswer Has(ValueSetDefinition valueSet, in CodedValue code)
    {
        ArgumentNullException.ThrowIfNull(valueSet);
        return composer.ValueSet(valueSet).Has(code);
    }

    /// <inheritdoc cref="Has(string, in CodedValue)"/>
    /// <param name="valueSet">Canonical of the value set, with or without <c>|version</c>.</param>
    /// <param name="system">Canonical URL of the code system.</param>
    /// <param name="code">The code.</param>
    public Membership Has(string valueSet, string system, string code) => Has(valueSet, new CodedValue(system, code)).Value;

    /// <summary>Whether a code system has a code (R4 and R5, CodeSystem <c>$validate-code</c>).</summary>
    /// <param name="system">URL of the code system.</param>
    /// <param name="code">The code.</param>
    /// <param name="version">Version of the code system, if the coding states one.</param>
    public MembershipAnswer HasCode(string system, string code, string? version = null)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(code);
        return composer.Has(system, version, code);
    }

    /// <summary>The codes of a value set that are surely in it, and whether these are all (R4 and R5, ValueSet <c>$expand</c>).</summary>
    /// <param name="valueSet">Canonical of the value set, with or without <c>|version</c>.</param>
    public ValueSetExpansion Expand(string valueSet)
    {
        ArgumentNullException.ThrowIfNull(valueSet);
        return composer.ValueSet(valueSet).Expand();
    }

    /// <summary>The same for a value set that no source has.</summary>
    public ValueSetExpansion Expand(ValueSetDefinition valueSet)
    {
        ArgumentNullException.ThrowIfNull(valueSet);
        return composer.ValueSet(valueSet).Expand();
    }

    /// <summary>A page of the codes of a value set (R4 and R5, ValueSet <c>$expand</c>).</summary>
    /// <param name="valueSet">Canonical of the value set, with or without <c>|version</c>.</param>
    /// <param name="request">Which codes, and how many.</param>
    public ExpansionPage Expand(string valueSet, ExpansionRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var content = composer.ValueSet(valueSet);
        var whole = content.Expand();
        var words = request.Filter?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];
        var wanted = whole.Codes.Where(code => !(request.ActiveOnly && code.IsInactive) && !(request.SelectableOnly && code.IsAbstract) && Array.TrueForAll(words, word => Says(code, word))).ToList();
        return new ExpansionPage(
            [.. wanted.Skip(Math.Max(0, request.Offset)).Take(Math.Clamp(request.Count, 0, ExpansionRequest.MaxCount))],
            wanted.Count,
            whole.IsComplete,
            whole.IsComplete ? [] : [content.WhyOpen().ToIssue(string.Empty, null)!]);
    }

    /// <summary>What is known of a code (R4 and R5, CodeSystem <c>$lookup</c>).</summary>
    /// <param name="system">URL of the code system, with or without <c>|version</c>.</param>
    /// <param name="code">The code.</param>
    /// <returns>The concept; <see langword="null"/> if it is not at hand.</returns>
    public ConceptLookup? Lookup(string system, string code)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(code);
        return composer.CodeSystem(system) is { } content && content.Find(code) is { } concept ? new ConceptLookup(content.Url, content.Definition.Version, concept) : null;
    }

    /// <summary>
    /// Whether a text is a display of a code: the code system's own, one of its designations, or the one that a value set gives it; but for case and the width
    /// of spaces (R4 and R5, <c>$validate-code</c>, parameter "display").
    /// </summary>
    /// <param name="system">URL of the code system.</param>
    /// <param name="code">The code.</param>
    /// <param name="display">The text.</param>
    /// <param name="valueSet">Canonical of the value set that the code is taken from; <see langword="null"/> if none.</param>
    /// <returns>"Cannot tell" if the code, a text for it, or its texts in other languages are not at hand.</returns>
    public MembershipAnswer HasDisplay(string system, string code, string display, string? valueSet = null)
    {
        ArgumentNullException.ThrowIfNull(display);
        if (valueSet is not null && composer.ValueSet(valueSet).DisplayOf(system, code) is { } inSet && Same(inSet, display))
        {
            return MembershipAnswer.Yes;
        }

        if (Lookup(system, code) is not { Concept: { Display: { } due } concept })
        {
            return MembershipAnswer.CannotTell(TerminologyIssues.UnknownSystem, system);
        }

        return Same(due, display) || concept.Designations.Any(text => Same(text, display)) ? MembershipAnswer.Yes
            : concept.HasDesignations && concept.Designations.Count == 0 ? MembershipAnswer.CannotTell(TerminologyIssues.OtherDisplays, system, $"'{due}'")
            : MembershipAnswer.No(TerminologyIssues.WrongDisplay, system, $"'{due}'");
    }

    /// <summary>Whether one code is the other or stands above it in its code system (R4 and R5, CodeSystem <c>$subsumes</c>).</summary>
    /// <param name="general">The code that may stand above.</param>
    /// <param name="specific">The code that may stand below.</param>
    public MembershipAnswer Subsumes(in CodedValue general, in CodedValue specific)
    {
        if (general.System is not { Length: > 0 } system || specific.System is not { Length: > 0 })
        {
            return MembershipAnswer.CannotTell(TerminologyIssues.NoSystem, null);
        }

        // Codes of different systems have no hierarchy in common.
        if (system != specific.System)
        {
            return MembershipAnswer.No(TerminologyIssues.NotSubsumed, system, general.Code);
        }

        if (general.Code == specific.Code)
        {
            return MembershipAnswer.Yes;
        }

        return composer.CodeSystem(system) is { } content
            ? content.Subsumes(general.Code, specific.Code)
            : MembershipAnswer.CannotTell(TerminologyIssues.UnknownSystem, system);
    }

    /// <summary>What a concept map makes of a code (R4 and R5, ConceptMap <c>$translate</c>).</summary>
    /// <param name="conceptMap">Canonical of the map.</param>
    /// <param name="code">The code; without system, groups of all source systems are asked.</param>
    /// <param name="targetSystem">The code system that is wanted; <see langword="null"/> for all.</param>
    public Translation Translate(string conceptMap, in CodedValue code, string? targetSystem = null)
    {
        ArgumentNullException.ThrowIfNull(conceptMap);
        return translator.Translate(conceptMap, code, targetSystem);
    }

    private static bool Says(ExpandedCode code, string word) =>
        code.Code.Contains(word, StringComparison.OrdinalIgnoreCase) || code.Display?.Contains(word, StringComparison.OrdinalIgnoreCase) == true;

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase)
        || string.Equals(Plain(one), Plain(other), StringComparison.OrdinalIgnoreCase);

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
