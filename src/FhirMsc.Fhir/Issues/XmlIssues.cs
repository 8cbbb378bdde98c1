namespace FhirMsc.Fhir.Issues;

/// <summary>What can be wrong with an XML text, as far as it takes the definitions of a release to turn it into elements.</summary>
public static class XmlIssues
{
    /// <summary>An element that JSON can name and XML can't.</summary>
    public static readonly IssueKind Name = new("xml-name", Severity.Error, "structure", "An element without a name cannot be written in XML; it is left out.");

    /// <summary>Bytes that are no characters.</summary>
    public static readonly IssueKind Encoding = new("xml-encoding", Severity.Fatal, "structure", "From here on there are bytes that are not text in the encoding that the document states, or in UTF-8 where it states none. Values that hold U+FFFD are not those that were meant.");

    /// <summary>Not well-formed, or uses what is refused (DTD, external entity).</summary>
    public static readonly IssueKind Syntax = new("xml-syntax", Severity.Fatal, "structure", "The text is not well-formed XML from here on, or uses a DTD, which FHIR forbids.");

    /// <summary>A size limit was passed.</summary>
    public static readonly IssueKind TooLarge = new("xml-too-large", Severity.Fatal, "too-costly", "{0} is above the limit of {1}. Split the content or raise the limit.");

    /// <summary>The outermost element is no resource of this release.</summary>
    public static readonly IssueKind UnknownResource = new("xml-unknown-resource", Severity.Fatal, "structure", "<{0}> is no resource of FHIR {1}.");

    /// <summary>An element in a namespace that is not FHIR's.</summary>
    public static readonly IssueKind Namespace = new("xml-namespace", Severity.Error, "structure", "<{0}> is in the namespace '{1}'; FHIR's elements are in 'http://hl7.org/fhir', a narrative's div in 'http://www.w3.org/1999/xhtml'.");

    /// <summary>An element that its parent does not have.</summary>
    public static readonly IssueKind UnknownElement = new("xml-unknown-element", Severity.Error, "structure", "<{0}> is no element of {1}.");

    /// <summary>An attribute that is not FHIR's.</summary>
    public static readonly IssueKind UnknownAttribute = new("xml-unknown-attribute", Severity.Error, "structure", "The attribute '{0}' has no meaning on <{1}>. Values go in 'value'; ids in 'id'; the url of an extension in 'url'.");

    /// <summary>Text between elements.</summary>
    public static readonly IssueKind Text = new("xml-text", Severity.Error, "structure", "There is text inside <{0}>. Values go in the attribute 'value'.");

    /// <summary>Elements out of order.</summary>
    public static readonly IssueKind Order = new("xml-order", Severity.Error, "structure", "<{0}> stands too late: {1} defines it before <{2}>.");

    /// <summary>An empty value attribute.</summary>
    public static readonly IssueKind EmptyValue = new("xml-empty-value", Severity.Error, "structure", "<{0}> has an empty value. Leave the attribute out.");

    /// <summary>An element with nothing in it.</summary>
    public static readonly IssueKind EmptyElement = new("xml-empty-element", Severity.Error, "structure", "<{0}> is empty. An element has a value, children or both; leave it out.");

    /// <summary>More or fewer than one resource where one is due.</summary>
    public static readonly IssueKind OneResource = new("xml-one-resource", Severity.Error, "structure", "<{0}> must hold exactly one resource.");

    /// <summary>A character that XML cannot hold.</summary>
    public static readonly IssueKind Character = new("xml-character", Severity.Error, "structure", "The value holds the character U+{0:X4}, which XML cannot express. It is written as U+FFFD.");

    /// <summary>A narrative that is no XML.</summary>
    public static readonly IssueKind Narrative = new("xml-narrative", Severity.Error, "structure", "The narrative is not well-formed XHTML, so it cannot be part of an XML document; it is left out.");

    /// <summary>Extensions on what XML writes as an attribute.</summary>
    public static readonly IssueKind AttributeChildren = new("xml-attribute-children", Severity.Error, "structure", "'{0}' is an attribute in XML, where it can have no extensions; FHIR forbids them. They are left out.");

    /// <summary>More issues than anyone reads.</summary>
    public static readonly IssueKind TooManyIssues = new("xml-too-many-issues", Severity.Warning, "too-costly", "More than {0} issues: the rest is not listed.");
}
