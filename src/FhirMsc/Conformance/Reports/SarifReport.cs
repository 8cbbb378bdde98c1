using System.Text.Json;
using FhirMsc.Conformance.Inputs;
using FhirMsc.Conformance.Runs;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Conformance.Reports;

/// <summary>
/// SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html). File names are relative to the repository's top, which is what code
/// scanning resolves them against. A finding in a generated file is located at the line of the content; the generated file is a related location.
/// </summary>
internal sealed class SarifReport : IReport
{
    private const string BaseId = "SRCROOT";

    private readonly ReportSettings settings;
    private readonly JsonOutput output;
    private readonly Utf8JsonWriter json;
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<IssueKind> rules = [];

    public SarifReport(TextWriter output, ReportSettings settings)
    {
        this.settings = settings;
        this.output = new JsonOutput(output);
        json = this.output.Json;
    }

    /// <inheritdoc/>
    public void Begin()
    {
        json.WriteStartObject();
        json.WriteString("$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartObject("originalUriBaseIds");
        json.WriteStartObject(BaseId);
        Text("description", "The top folder of the repository.");
        json.WriteEndObject();
        json.WriteEndObject();

        // Results come before the tool, because which rules there are is known only at the end.
        json.WriteStartArray("results");
    }

    /// <inheritdoc/>
    public void Add(CheckedDocument document)
    {
        foreach (var resource in document.Resources)
        {
            foreach (var finding in resource.Findings.Where(finding => !settings.Quiet || finding.Issue.IsError))
            {
                Write(document, resource, finding);
            }
        }

        output.Pass();
    }

    /// <inheritdoc/>
    public void End(RunSummary summary, IReadOnlyList<Issue> others)
    {
        foreach (var issue in others)
        {
            StartResult(issue, issue.Text);
            json.WriteStartArray("locations");
            Location(() => Physical(issue.Position?.Source, issue.Position, null), null);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "fhirmsc");
        json.WriteString("fullName", "fhirmsc validate");
        json.WriteString("semanticVersion", settings.Version);
        json.WriteStartArray("rules");
        rules.ForEach(Rule);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", true);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("properties");
        json.WriteString("summary", summary.ToString());
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        output.End();
    }

    /// <inheritdoc/>
    public void Dispose() => output.Dispose();

    private void Write(CheckedDocument document, CheckedResource resource, Finding finding)
    {
        var issue = finding.Issue;
        var file = document.Document.File;
        string?[] lines =
        [
            issue.Text,
            issue.Path.Length == 0 ? null : $"at: {issue.Path}",
            $"in: {Wording.Label(document, resource)}",
            .. Wording.Notes(finding).Select(note => $"{note.Name}: {note.Words}"),
        ];
        StartResult(issue, string.Join('\n', lines.OfType<string>()));
        json.WriteStartArray("locations");
        if (finding.Origin is { } origin)
        {
            Location(() => Physical(origin.Position.Source, origin.Position, null), issue.Path);
            json.WriteEndArray();
            json.WriteStartArray("relatedLocations");
            Location(() => Physical(file.Path, issue.Position, null), issue.Path, "the generated resource");
        }
        else
        {
            Location(() => Physical(file.Path, document.Document.Member is null ? issue.Position : null, document.Document.Member), issue.Path);
        }

        json.WriteEndArray();
        json.WriteStartObject("partialFingerprints");
        json.WriteString("fhirmscFinding/v1", finding.Fingerprint);
        json.WriteEndObject();
        if (finding.Known is { } known)
        {
            // Section 3.35: suppressed outside of the source, by people.
            json.WriteStartArray("suppressions");
            json.WriteStartObject();
            json.WriteString("kind", "external");
            json.WriteString("status", "accepted");
            json.WriteString("justification", $"{known.Reason} (until {known.Expires:O})");
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteStartObject("properties");
        Property("profile", finding.Profile);
        Property("rule", finding.Rule);
        Property("fix", finding.Fix);
        Property("fullUrl", resource.FullUrl);
        Property("page", finding.Origin?.Place?.ToString());
        Property("sentence", finding.Sentence);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void StartResult(Issue issue, string text)
    {
        if (numbers.TryAdd(issue.Kind.Id, rules.Count))
        {
            rules.Add(issue.Kind);
        }

        json.WriteStartObject();
        json.WriteString("ruleId", issue.Kind.Id);
        json.WriteNumber("ruleIndex", numbers[issue.Kind.Id]);
        json.WriteString("level", Level(issue.Severity));
        Text("message", text);
    }

    private void Location(Action physical, string? path, string? message = null)
    {
        json.WriteStartObject();
        physical();
        if (!string.IsNullOrEmpty(path))
        {
            json.WriteStartArray("logicalLocations");
            json.WriteStartObject();
            json.WriteString("fullyQualifiedName", path);
            json.WriteString("kind", "element");
            json.WriteEndObject();
            json.WriteEndArray();
        }

        if (message is not null)
        {
            Text("message", message);
        }

        json.WriteEndObject();
    }

    private void Physical(string? file, SourcePosition? position, string? member)
    {
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        if (file is null or InputFile.StandardInput)
        {
            json.WriteString("uri", "stdin");
            Text("description", "the standard input");
        }
        else if (settings.Root.Contains(file))
        {
            json.WriteString("uri", string.Join('/', settings.Root.Relative(file).Split('/').Select(Uri.EscapeDataString)));
            json.WriteString("uriBaseId", BaseId);
        }
        else
        {
            json.WriteString("uri", new Uri(Path.GetFullPath(file)).AbsoluteUri);
        }

        if (member is not null)
        {
            Text("description", member);
        }

        json.WriteEndObject();
        if (position is { } at)
        {
            json.WriteStartObject("region");
            json.WriteNumber("startLine", at.Line);
            json.WriteNumber("startColumn", at.Column);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void Rule(IssueKind kind)
    {
        json.WriteStartObject();
        json.WriteString("id", kind.Id);
        json.WriteString("name", string.Concat(kind.Id.Split('-').Select(word => $"{char.ToUpperInvariant(word[0])}{word[1..]}")));
        Text("shortDescription", kind.Id.Replace('-', ' '));
        Text("fullDescription", kind.Pattern);
        json.WriteStartObject("help");
        json.WriteString("text", kind.Pattern);
        json.WriteString("markdown", $"**{kind.Id}** — {kind.Pattern}");
        json.WriteEndObject();
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", Level(kind.Severity));
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteStartArray("tags");
        json.WriteStringValue("FHIR");
        json.WriteStringValue(kind.Id.Split('-')[0]);
        json.WriteEndArray();
        json.WriteString("precision", "very-high");
        json.WriteString("problem.severity", kind.Severity switch { Severity.Fatal or Severity.Error => "error", Severity.Warning => "warning", _ => "recommendation" });
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Level(Severity severity) => severity switch
    {
        Severity.Fatal or Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };

    private void Text(string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private void Property(string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
