using System.Globalization;
using System.Text;
using System.Xml;

namespace FhirMsc.Cases.Reports;

/// <summary>Results as JUnit XML, which CI systems show test by test.</summary>
public static class JUnitWriter
{
    /// <summary>Writes one test suite for each release.</summary>
    /// <param name="guideline">Id of the guideline.</param>
    /// <param name="results">The results.</param>
    /// <param name="output">Where to.</param>
    public static void Write(string guideline, IReadOnlyList<CaseResult> results, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(results);
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, OmitXmlDeclaration = true, NewLineChars = "\n" }))
        {
            xml.WriteStartElement("testsuites");
            foreach (var suite in results.GroupBy(result => result.Release))
            {
                xml.WriteStartElement("testsuite");
                xml.WriteAttributeString("name", $"{guideline} {suite.Key}");
                xml.WriteAttributeString("tests", suite.Count().ToString(CultureInfo.InvariantCulture));
                xml.WriteAttributeString("failures", suite.Count(result => !result.IsRight).ToString(CultureInfo.InvariantCulture));
                foreach (var result in suite)
                {
                    Write(guideline, result, xml);
                }

                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        output.WriteLine(text.ToString());
    }

    private static void Write(string guideline, CaseResult result, XmlWriter xml)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", $"{guideline}.{result.Release}.{result.Case.Hook}");
        xml.WriteAttributeString("name", $"{result.Case.Id}: {result.Case.Title}");
        if (!result.IsRight)
        {
            xml.WriteStartElement("failure");
            xml.WriteAttributeString("message", string.Join("; ", result.Faults));
            xml.WriteString(result.Case.Position?.ToString() ?? string.Empty);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
