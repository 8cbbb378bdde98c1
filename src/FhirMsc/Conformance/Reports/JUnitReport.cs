using System.Globalization;
using System.Xml;
using FhirMsc.Conformance.Runs;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Conformance.Reports;

/// <summary>
/// JUnit's XML as build servers read it: a suite for each file, a test case for each resource. Errors make a case fail, all in one <c>failure</c> because
/// readers keep the first only; a text that could not be read is an <c>error</c>; what does not fail is in <c>system-out</c>. Of a long file of lines, each
/// thousand resources are a suite of their own, because a suite starts with its numbers.
/// </summary>
internal sealed class JUnitReport : IReport
{
    private const int LongestSuite = 1000;

    private readonly TextWriter output;
    private readonly XmlWriter xml;
    private readonly ReportSettings settings;
    private readonly List<(CheckedDocument Document, CheckedResource Resource)> suite = [];
    private string? name;

    public JUnitReport(TextWriter output, ReportSettings settings)
    {
        (this.output, this.settings) = (output, settings);
        xml = XmlWriter.Create(output, new XmlWriterSettings { OmitXmlDeclaration = true, Indent = true, NewLineChars = "\n", CloseOutput = false, CheckCharacters = false });
    }

    /// <inheritdoc/>
    public void Begin()
    {
        // Written by hand, because the writer would name the encoding of the text it writes to rather than that of the file.
        output.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.WriteStartElement("testsuites");
        xml.WriteAttributeString("name", "fhirmsc validate");
    }

    /// <inheritdoc/>
    public void Add(CheckedDocument document)
    {
        var file = document.Document.File.IsStandardInput ? "stdin" : settings.Root.Relative(document.Document.File.Path);
        if (file != name || suite.Count >= LongestSuite)
        {
            Finish();
            name = file;
        }

        suite.AddRange(document.Resources.Select(resource => (document, resource)));
    }

    /// <inheritdoc/>
    public void End(RunSummary summary, IReadOnlyList<Issue> others)
    {
        Finish();
        if (others.Count > 0)
        {
            Start("fhirmsc", 1, others.Any(issue => issue.IsError) ? 1 : 0, 0, 0);
            StartCase("the run itself", "fhirmsc", null);
            WriteText(others.Any(issue => issue.IsError) ? "failure" : "system-out", string.Join('\n', others));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.Flush();
        output.Write('\n');
        output.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => xml.Dispose();

    private void Finish()
    {
        if (suite.Count == 0)
        {
            return;
        }

        Start(name!, suite.Count, suite.Count(test => Kind(test) == "failure"), suite.Count(test => Kind(test) == "error"), suite.Count(test => test.Document.IsSkipped));
        suite.ForEach(Write);
        xml.WriteEndElement();
        suite.Clear();
    }

    private static string? Kind((CheckedDocument Document, CheckedResource Resource) test) =>
        test.Resource.Findings.Any(finding => finding is { Counts: true, Issue.Severity: Severity.Fatal }) ? "error"
        : test.Resource.Findings.Any(finding => finding.Counts && finding.Issue.IsError) ? "failure"
        : null;

    private void Write((CheckedDocument Document, CheckedResource Resource) test)
    {
        var (document, resource) = test;
        StartCase(Wording.Label(document, resource), ClassName(document.Document.File.Path), resource.Line);
        var failing = resource.Findings.Where(finding => finding.Counts && finding.Issue.IsError).ToList();
        var others = resource.Findings.Except(failing).ToList();
        if (document.IsSkipped)
        {
            xml.WriteStartElement("skipped");
            xml.WriteAttributeString("message", Wording.Line(others.Count > 0 ? others[0].Issue.Text : "no resource"));
            xml.WriteEndElement();
        }
        else if (failing.Count > 0)
        {
            xml.WriteStartElement(Kind(test)!);
            xml.WriteAttributeString("message", Clean($"{failing[0].Issue.Path} {failing[0].Issue.Text}{(failing.Count > 1 ? $" (and {failing.Count - 1} more)" : string.Empty)}".TrimStart()));
            xml.WriteAttributeString("type", failing[0].Issue.Kind.Id);
            xml.WriteString(Clean(string.Join('\n', failing.Select(Words))));
            xml.WriteEndElement();
        }

        if (others.Count > 0 && !document.IsSkipped)
        {
            WriteText("system-out", string.Join('\n', others.Select(Words)));
        }

        xml.WriteEndElement();
    }

    private void Start(string suiteName, int tests, int failures, int errors, int skipped)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", Clean(suiteName));
        xml.WriteAttributeString("tests", tests.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("failures", failures.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("errors", errors.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("skipped", skipped.ToString(CultureInfo.InvariantCulture));
    }

    private void StartCase(string caseName, string className, int? line)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("name", Clean(caseName));
        xml.WriteAttributeString("classname", Clean(className));
        if (line is { } number && name is not null && name != "stdin")
        {
            xml.WriteAttributeString("file", Clean(name));
            xml.WriteAttributeString("line", number.ToString(CultureInfo.InvariantCulture));
        }

        // Resources are not timed one by one, but some readers want a number.
        xml.WriteAttributeString("time", "0");
    }

    private void WriteText(string element, string text)
    {
        xml.WriteStartElement(element);
        xml.WriteString(Clean(text));
        xml.WriteEndElement();
    }

    /// <summary>Dots group cases like packages of classes, so a folder becomes one level.</summary>
    private string ClassName(string path) =>
        path == Inputs.InputFile.StandardInput ? "stdin" : settings.Root.Relative(path).Replace(".", "_", StringComparison.Ordinal).Trim('/').Replace('/', '.');

    private static string Words(Finding finding) =>
        $"{finding.Issue}{string.Concat(Wording.Notes(finding).Select(note => $"\n    {note.Name}: {note.Words}"))}";

    /// <summary>XML 1.0 has no place for most control characters, not even escaped, nor for half a surrogate pair (section 2.2).</summary>
    private static string Clean(string text) => string.Concat(text.EnumerateRunes().Select(rune => rune.Value is 0x9 or 0xA or 0xD or >= 0x20 and not (0xFFFE or 0xFFFF) ? rune.ToString() : "\uFFFD"));
}
