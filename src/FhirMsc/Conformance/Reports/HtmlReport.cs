using System.Net;
using FhirMsc.Conformance.Runs;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Conformance.Reports;

/// <summary>One HTML page that loads nothing: no script, no font, no picture. The summary is written last and shown first.</summary>
internal sealed class HtmlReport(TextWriter output, ReportSettings settings) : IReport
{
    private const string Style =
        """
        :root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
        body { display: flex; flex-direction: column; max-width: 75rem; margin: 0 auto; padding: 1rem; }
        header { order: -1; border-bottom: 1px solid #8888; }
        h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; margin: 1.5rem 0 .25rem; overflow-wrap: anywhere; } h3 { font-size: 1rem; margin: .5rem 0; font-weight: 600; overflow-wrap: anywhere; }
        ol { list-style: none; padding: 0; margin: 0; }
        li { border-left: .35rem solid #8888; padding: .1rem .75rem; margin: .5rem 0; }
        li.fatal, li.error { border-color: #c62828; } li.warning { border-color: #b26a00; } li.information { border-color: #1565c0; } li.known { opacity: .65; }
        code { overflow-wrap: anywhere; } p { margin: 0; } dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 .75rem; margin: 0; font-size: .9rem; } dt { font-weight: 600; } dd { margin: 0; overflow-wrap: anywhere; }
        """;

    private string? file;
    private bool any;

    /// <inheritdoc/>
    public void Begin()
    {
        output.WriteLine("<!DOCTYPE html>");
        output.WriteLine("<html lang=\"en\">");
        output.WriteLine("<head>");
        output.WriteLine("<meta charset=\"utf-8\">");
        output.WriteLine("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");

        // Nothing a resource says can load or run anything, even if it got past the escaping.
        output.WriteLine("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">");
        output.WriteLine("<title>FHIR validation</title>");
        output.WriteLine($"<style>\n{Style.ReplaceLineEndings("\n")}\n</style>");
        output.WriteLine("</head>");
        output.WriteLine("<body>");
        output.WriteLine("<main>");
    }

    /// <inheritdoc/>
    public void Add(CheckedDocument document)
    {
        foreach (var resource in document.Resources)
        {
            var shown = resource.Findings.Where(finding => (finding.Issue.IsError || !settings.Quiet) && (settings.Verbose || finding.Issue.Severity != Severity.Information)).ToList();
            if (shown.Count == 0)
            {
                continue;
            }

            if (file != document.Name)
            {
                file = document.Name;
                output.WriteLine($"<h2>{Escaped(file == Inputs.InputFile.StandardInput ? "standard input" : settings.Root.Relative(file))}</h2>");
            }

            any = true;
            output.WriteLine($"<section>\n<h3>{Escaped(Wording.Label(document, resource))}</h3>\n<ol>");
            shown.ForEach(Add);
            output.WriteLine("</ol>\n</section>");
        }
    }

    /// <inheritdoc/>
    public void End(RunSummary summary, IReadOnlyList<Issue> others)
    {
        if (others.Count > 0)
        {
            output.WriteLine("<section>\n<h2>The run itself</h2>\n<ol>");
            foreach (var issue in others)
            {
                output.WriteLine($"<li class=\"{Wording.Of(issue.Severity)}\"><p><strong>{Wording.Of(issue.Severity)}</strong> {Escaped(issue.Position?.ToString() ?? string.Empty)} <code>{Escaped(issue.Kind.Id)}</code></p><p>{Escaped(issue.Text)}</p></li>");
            }

            output.WriteLine("</ol>\n</section>");
        }

        if (!any)
        {
            output.WriteLine("<p>Nothing was found to be wrong.</p>");
        }

        output.WriteLine("</main>");
        output.WriteLine($"<header>\n<h1>FHIR validation</h1>\n<p>{Escaped(summary.ToString())}</p>\n</header>");
        output.WriteLine($"<footer><p>fhirmsc {Escaped(settings.Version)}</p></footer>");
        output.WriteLine("</body>");
        output.WriteLine("</html>");
        output.Flush();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private void Add(Finding finding)
    {
        var issue = finding.Issue;
        var severity = Wording.Of(issue.Severity);
        output.WriteLine($"<li class=\"{severity}{(finding.Counts ? string.Empty : " known")}\">");
        output.WriteLine($"<p><strong>{severity}</strong> {Wording.At(issue.Position)} <code>{Escaped(issue.Kind.Id)}</code> <code>{Escaped(issue.Path)}</code></p>");
        output.WriteLine($"<p>{Escaped(issue.Text)}</p>");
        var notes = Wording.Notes(finding).ToList();
        if (notes.Count > 0)
        {
            output.WriteLine($"<dl>{string.Concat(notes.Select(note => $"<dt>{note.Name}</dt><dd>{Escaped(note.Words)}</dd>"))}</dl>");
        }

        output.WriteLine("</li>");
    }

    private static string Escaped(string text) => WebUtility.HtmlEncode(Wording.Line(text));
}
