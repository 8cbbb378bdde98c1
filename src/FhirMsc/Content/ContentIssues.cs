using FhirMsc.Fhir.Issues;

namespace FhirMsc.Content;

/// <summary>The catalogue of everything that can be wrong with the form of a content file. What can be wrong with its facts is in <see cref="ContentFactIssues"/>.</summary>
public static class ContentIssues
{
    /// <summary>The file can't be opened.</summary>
    public static readonly IssueKind Unreadable = Fatal("content-unreadable", "not-found", "The content file can't be read: {0} Check the path and the permissions.");

    /// <summary>The file is too large.</summary>
    public static readonly IssueKind TooLarge = Fatal("content-too-large", "too-long", "The content is larger than {0} bytes. One file holds one guideline; split it or remove what is no content.");

    /// <summary>The file is no UTF-8 text.</summary>
    public static readonly IssueKind NotUtf8 = Fatal("content-not-utf-8", "structure", "The content is not UTF-8 text. Save it as UTF-8.");

    /// <summary>The YAML parser can't go on.</summary>
    public static readonly IssueKind Syntax = Fatal("content-syntax", "structure", "This is not YAML: {0} Check indentation, quotes and colons here and in the line above.");

    /// <summary>There is nothing in the file.</summary>
    public static readonly IssueKind Empty = Fatal("content-empty", "structure", "The file holds no content. Start from a copy of an existing guideline.");

    /// <summary>More than one YAML document.</summary>
    public static readonly IssueKind SeveralDocuments = Error("content-several-documents", "structure", "A second document starts here (a line of three hyphens). One file holds one guideline: move it to a file of its own.");

    /// <summary>An anchor or alias.</summary>
    public static readonly IssueKind Anchor = Error("content-anchor", "structure", "Anchors (&name) and aliases (*name) are not allowed in content, here at \"{0}\". Write the text out, or in quotation marks if it begins with & or *.");

    /// <summary>A tag.</summary>
    public static readonly IssueKind Tag = Error("content-tag", "structure", "The tag {0} is not allowed in content. Remove it, or put the text in quotation marks if it begins with !.");

    /// <summary>A key that is a list or a map.</summary>
    public static readonly IssueKind KeyNotText = Error("content-key-not-text", "structure", "A key must be a word. Put it in quotation marks if it begins with a bracket, a brace or a question mark.");

    /// <summary>A key that stands twice in one map.</summary>
    public static readonly IssueKind DuplicateKey = Error("content-duplicate-key", "duplicate", "The key \"{0}\" already stands in line {1}. Keep one of the two.");

    /// <summary>A key that no such map has.</summary>
    public static readonly IssueKind UnknownKey = Error("content-unknown-key", "structure", "The key \"{0}\" is not known here.{1} Known keys: {2}.");

    /// <summary>A key that must be there.</summary>
    public static readonly IssueKind MissingKey = Error("content-missing-key", "required", "The key \"{0}\" is missing. Every {1} needs it.");

    /// <summary>A key without a value.</summary>
    public static readonly IssueKind EmptyValue = Error("content-empty-value", "required", "The key \"{0}\" has no value. Give one, or remove the key if there is nothing to say.");

    /// <summary>A list where a value belongs, or the like.</summary>
    public static readonly IssueKind WrongType = Error("content-wrong-type", "structure", "For {0}, {1} is expected, but this is {2}.");

    /// <summary>A word that is not one of those allowed.</summary>
    public static readonly IssueKind UnknownWord = Error("content-unknown-word", "code-invalid", "\"{0}\" is not a value of \"{1}\". Write one of: {2}.{3}");

    /// <summary>Another form of content.</summary>
    public static readonly IssueKind WrongSchema = Error("content-wrong-schema", "not-supported", "The schema \"{0}\" is not the one this version reads. Write fhirmsc-guideline/1.");

    /// <summary>No whole number.</summary>
    public static readonly IssueKind BadCount = Error("content-bad-count", "value", "\"{0}\" is no count. Write \"{1}\" as a whole number in digits, without separators.");

    /// <summary>No decimal number.</summary>
    public static readonly IssueKind BadDecimal = Error("content-bad-decimal", "value", "\"{0}\" is no decimal number. Write \"{1}\" with the digits as printed and a full stop as decimal sign.");

    /// <summary>No date.</summary>
    public static readonly IssueKind BadDate = Error("content-bad-date", "value", "\"{0}\" is no date that exists. Write \"{1}\" as year-month-day, year-month or year, e.g. 2021-04-21.");

    /// <summary>No FHIR id.</summary>
    public static readonly IssueKind BadId = Error("content-bad-id", "value", "\"{0}\" is no identifier. Use 1 to 64 letters, digits, hyphens and full stops.");

    /// <summary>No name of a variable.</summary>
    public static readonly IssueKind BadVariable = Error("content-bad-variable", "value", "\"{0}\" can't be a variable of FHIRPath. Use letters and digits only and begin with a letter, e.g. covid19Condition.");

    /// <summary>No web address.</summary>
    public static readonly IssueKind BadUrl = Error("content-bad-url", "value", "\"{0}\" is no web address. Write it in full, beginning with https:// or http://.");

    /// <summary>No canonical base.</summary>
    public static readonly IssueKind BadCanonical = Error("content-bad-canonical", "value", "\"{0}\" can't be the base of canonical URLs. Write a web address without slash, query or fragment at its end.");

    /// <summary>No URI of a code system.</summary>
    public static readonly IssueKind BadSystem = Error("content-bad-system", "value", "\"{0}\" is no URI of a code system. Write the canonical URI, e.g. http://snomed.info/sct, without a version.");

    /// <summary>No code.</summary>
    public static readonly IssueKind BadCode = Error("content-bad-code", "value", "\"{0}\" is no code. Codes have no blanks around them and at most single ones inside.");

    /// <summary>No name of a concept.</summary>
    public static readonly IssueKind BadConcept = Error("content-bad-concept", "value", "\"{0}\" does not name a concept. Write the id of one of the code systems under terminology, a number sign, and the code.");

    /// <summary>No semantic version.</summary>
    public static readonly IssueKind BadVersion = Error("content-bad-version", "value", "\"{0}\" is no version. Write three numbers with full stops, e.g. 1.0.0.");

    /// <summary>No language tag.</summary>
    public static readonly IssueKind BadLanguage = Error("content-bad-language", "value", "\"{0}\" is no language tag. Write e.g. en or en-US.");

    /// <summary>No country code.</summary>
    public static readonly IssueKind BadCountry = Error("content-bad-country", "value", "\"{0}\" is no country code. Write the two capital letters of ISO 3166, e.g. US.");

    /// <summary>No name of a resource type.</summary>
    public static readonly IssueKind BadResourceType = Error("content-bad-resource-type", "value", "\"{0}\" is no FHIR resource type. Write it as FHIR does, e.g. Condition.");

    /// <summary>No unit of time.</summary>
    public static readonly IssueKind BadTimeUnit = Error("content-bad-time-unit", "value", "\"{0}\" is no unit of time. Write the UCUM code: s, min, h, d, wk, mo or a.");

    /// <summary>No PubMed number.</summary>
    public static readonly IssueKind BadPmid = Error("content-bad-pmid", "value", "\"{0}\" is no PubMed number. Write up to nine digits and nothing else.");

    /// <summary>No PubMed Central number.</summary>
    public static readonly IssueKind BadPmcid = Error("content-bad-pmcid", "value", "\"{0}\" is no PubMed Central number. Write PMC and the digits.");

    /// <summary>No DOI.</summary>
    public static readonly IssueKind BadDoi = Error("content-bad-doi", "value", "\"{0}\" is no DOI. Write it without resolver, e.g. 10.1000/xyz.");

    /// <summary>No place.</summary>
    public static readonly IssueKind BadPlace = Error("content-bad-place", "value", "\"{0}\" is no place in the page. Write the id of a section and the sentence, e.g. rationale:3 or rationale:3-5; sentences count from 1.");

    /// <summary>A fact without place.</summary>
    public static readonly IssueKind MissingPlace = Error("content-missing-place", "required", "This fact does not say where it stands in the page. Add \"place\" with section and sentence, e.g. rationale:3.");

    /// <summary>A recommendation without rating.</summary>
    public static readonly IssueKind MissingRating = Error("content-missing-rating", "required", "The recommendation has no rating. Add \"rating\" as printed, or \"unrated: true\" if the page gives none.");

    /// <summary>A rating and the remark that there is none.</summary>
    public static readonly IssueKind RatedAndUnrated = Error("content-rated-and-unrated", "business-rule", "The recommendation has a rating and says \"unrated: true\". Remove one of the two.");

    /// <summary>Codes with no system or two.</summary>
    public static readonly IssueKind OneSystem = Error("content-one-system", "business-rule", "Codes need exactly one of \"system\" (URI of a published code system) and \"codeSystem\" (id of one of our own).");

    /// <summary>An input without query.</summary>
    public static readonly IssueKind MissingQuery = Error("content-missing-query", "required", "The input \"{0}\" has no query. Add \"query\", or \"from: orders\" if it is the orders of the hook call.");

    /// <summary>An input of orders with a query.</summary>
    public static readonly IssueKind QueryForOrders = Error("content-query-for-orders", "business-rule", "The input \"{0}\" is the orders of the hook call and can't have a query. Remove \"query\" or \"from: orders\".");

    private static IssueKind Error(string id, string code, string text) => new(id, Severity.Error, code, text);

    private static IssueKind Fatal(string id, string code, string text) => new(id, Severity.Fatal, code, text);
}
