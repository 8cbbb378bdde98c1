namespace FhirMsc.Fhir.Issues;

/// <summary>
/// Why a code is not in a value set or code system, why that cannot be told, and what is odd about one that is. {0} is the value set or code system at
/// issue, {1} what it is about. How bad that is depends on the binding, so whoever asks may choose another severity.
/// </summary>
public static class TerminologyIssues
{
    /// <summary>Nobody has the value set.</summary>
    public static readonly IssueKind UnknownValueSet = Untold("terminology-unknown-value-set", "not-found", "It cannot be told whether the code is in the value set '{0}': its definition is not at hand. Add the package that defines it.");

    /// <summary>The value set is here, in another version.</summary>
    public static readonly IssueKind ValueSetVersion = Untold("terminology-value-set-version", "not-found", "It cannot be told whether the code is in the value set '{0}': at hand is version {1}.");

    /// <summary>A value set that says nothing of its codes.</summary>
    public static readonly IssueKind NoComposition = Untold("terminology-no-composition", "incomplete", "It cannot be told whether the code is in the value set '{0}': it states neither a composition nor an expansion.");

    /// <summary>An expansion that is not whole.</summary>
    public static readonly IssueKind OpenExpansion = Untold("terminology-open-expansion", "incomplete", "It cannot be told whether the code is in the value set '{0}': it comes with a list that leaves codes out.");

    /// <summary>Nobody has the code system.</summary>
    public static readonly IssueKind UnknownSystem = Untold("terminology-unknown-system", "not-found", "The codes of '{0}' are not at hand, so it cannot be told whether this is one.");

    /// <summary>Some codes of the system are here, others are not.</summary>
    public static readonly IssueKind PartialSystem = Untold("terminology-partial-system", "incomplete", "Only a part of the codes of '{0}' is at hand, so it cannot be told whether this is one.");

    /// <summary>The code system is here, in another version.</summary>
    public static readonly IssueKind SystemVersion = Untold("terminology-system-version", "not-found", "It cannot be told whether the code is among those of '{0}': versions differ ({1}).");

    /// <summary>A supplement has no codes of its own.</summary>
    public static readonly IssueKind Supplement = Untold("terminology-supplement", "invalid", "'{0}' only adds to the codes of another system. Name that system instead.");

    /// <summary>A filter that cannot be answered here.</summary>
    public static readonly IssueKind Filter = Untold("terminology-filter", "not-supported", "It cannot be told which codes of '{0}' meet the filter {1}.");

    /// <summary>A code that a regular expression matches in part.</summary>
    public static readonly IssueKind PartialMatch = Untold("terminology-partial-match", "not-supported", "It cannot be told whether the code of '{0}' meets a filter: the regular expression matches a part of the value, and FHIR does not say whether it must match all of it.");

    /// <summary>Value sets that import each other.</summary>
    public static readonly IssueKind Circle = Untold("terminology-circle", "processing", "It cannot be told whether the code is in the value set '{0}': it imports itself by way of others.");

    /// <summary>Imports beyond all measure.</summary>
    public static readonly IssueKind TooLarge = Untold("terminology-too-large", "too-costly", "It cannot be told whether the code is in the value set '{0}': it imports more value sets, or deeper, than {1}.");

    /// <summary>A coding without system.</summary>
    public static readonly IssueKind NoSystem = Untold("terminology-no-system", "required", "It cannot be told whether the code is in the value set '{0}': it does not state its code system. Add the system.");

    /// <summary>Whether case matters is not known.</summary>
    public static readonly IssueKind UnknownCase = Untold("terminology-unknown-case", "code-invalid", "It cannot be told whether this is the code '{1}' of '{0}': they differ in case, and whether that matters is not known.");

    /// <summary>Right by the grammar, but there is a register of codes, and it is not at hand.</summary>
    public static readonly IssueKind Unregistered = Untold("terminology-unregistered", "not-found", "The code is well-formed for '{0}', but whether {1} is registered cannot be told.");

    /// <summary>A code system whose codes nobody can list.</summary>
    public static readonly IssueKind Unlisted = Untold("terminology-unlisted", "not-supported", "The codes of the value set '{0}' cannot be listed: a grammar makes them.");

    /// <summary>A hierarchy that is not one of meanings.</summary>
    public static readonly IssueKind OtherHierarchy = Untold("terminology-other-hierarchy", "not-supported", "The hierarchy of '{0}' means '{1}', so it does not tell which code subsumes which.");

    /// <summary>A word that stands for a MIME type in some places.</summary>
    public static readonly IssueKind MimeShorthand = Untold("terminology-mime-shorthand", "code-invalid", "'{1}' is no MIME type, but FHIR uses it for one of its formats where servers and tests state what they take. Write the MIME type elsewhere.");

    /// <summary>Not in the value set.</summary>
    public static readonly IssueKind NotInValueSet = new("terminology-not-in-value-set", Severity.Error, "code-invalid", "The code is not in the value set '{0}'.");

    /// <summary>Not in the code system.</summary>
    public static readonly IssueKind UnknownCode = new("terminology-unknown-code", Severity.Error, "code-invalid", "'{0}' has no such code.");

    /// <summary>Not by the grammar of the code system.</summary>
    public static readonly IssueKind IllFormedCode = new("terminology-ill-formed-code", Severity.Error, "code-invalid", "The code is none of '{0}': it is no well-formed {1}.");

    /// <summary>Not above the other code.</summary>
    public static readonly IssueKind NotSubsumed = new("terminology-not-subsumed", Severity.Information, "code-invalid", "The code {1} does not stand above the other code in '{0}'.");

    /// <summary>The value set leaves inactive codes out.</summary>
    public static readonly IssueKind InactiveLeftOut = new("terminology-inactive-left-out", Severity.Error, "code-invalid", "The code is not in the value set '{0}': it is out of use, and the value set leaves such codes out.");

    /// <summary>A code that only groups others.</summary>
    public static readonly IssueKind AbstractCode = new("terminology-abstract-code", Severity.Warning, "business-rule", "The code of '{0}' only groups others and is not meant to be used. Choose one below it.");

    /// <summary>A code that is out of use.</summary>
    public static readonly IssueKind InactiveCode = new("terminology-inactive-code", Severity.Warning, "business-rule", "The code of '{0}' is out of use.");

    /// <summary>Right but for its case.</summary>
    public static readonly IssueKind CaseDiffers = new("terminology-case-differs", Severity.Warning, "code-invalid", "'{0}' writes this code '{1}'. It does not say whether case matters; write the code as it does.");

    /// <summary>A display that is not the code's.</summary>
    public static readonly IssueKind WrongDisplay = new("terminology-wrong-display", Severity.Warning, "invalid", "The display is not the one that '{0}' gives this code: {1}.");

    /// <summary>Not the main display, but there are others, and they are not at hand.</summary>
    public static readonly IssueKind OtherDisplays = Untold("terminology-other-displays", "incomplete", "It cannot be told whether the display is one that '{0}' gives this code: {1} is, and there are others, which are not at hand.");

    /// <summary>A map that nobody has.</summary>
    public static readonly IssueKind UnknownMap = Untold("terminology-unknown-map", "not-found", "The concept map '{0}' is not at hand.");

    /// <summary>A code that a map says nothing of.</summary>
    public static readonly IssueKind Unmapped = Untold("terminology-unmapped", "not-found", "The concept map '{0}' says nothing of the code {1}.");

    private static IssueKind Untold(string id, string outcomeCode, string text) => new(id, Severity.Information, outcomeCode, text);
}
