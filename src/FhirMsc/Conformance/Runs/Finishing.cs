using System.Security.Cryptography;
using System.Text;
using FhirMsc.Conformance.Baselines;
using FhirMsc.Conformance.Traces;

namespace FhirMsc.Conformance.Runs;

/// <summary>What is done to the findings of a text when all its checks are through: given a fingerprint, held against the baseline, traced to the content. Not thread-safe.</summary>
/// <param name="root">What file names are relative to.</param>
/// <param name="traces">Leads to the content.</param>
/// <param name="baseline">Known findings; <see langword="null"/> for none.</param>
public sealed class Finishing(SourceRoot root, TraceIndex traces, Baseline? baseline)
{
    /// <summary>Finishes one text.</summary>
    public CheckedDocument Finish(CheckedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var file = document.Document.File;
        baseline?.Saw(file.Path);
        if (!document.Findings.Any())
        {
            return document;
        }

        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return document with
        {
            Resources = [.. document.Resources.Select(resource => resource with { Findings = [.. resource.Findings.Select(finding => Finish(document, resource, finding, seen))] })],
        };
    }

    private Finding Finish(CheckedDocument document, CheckedResource resource, Finding finding, Dictionary<string, int> seen)
    {
        var file = document.Document.File;
        var marked = finding with { Fingerprint = Fingerprint(document, resource, finding, seen) };
        var judged = baseline?.Judge(marked, file.Path) ?? marked;

        // Tracing reads the content, so what nobody needs to look at is not traced.
        return !judged.Counts || file.IsStandardInput || document.Document.Member is not null ? judged : traces.Trace(judged, file.Path);
    }

    /// <summary>Lines and texts are left out on purpose: the first move, the second are improved. Findings that are otherwise the same are numbered.</summary>
    private string Fingerprint(CheckedDocument document, CheckedResource resource, Finding finding, Dictionary<string, int> seen)
    {
        var file = document.Document.File.IsStandardInput ? document.Name : root.Relative(document.Document.File.Path);
        var which = resource.Id is null && document.Document.FirstLine > 1 ? $"line {document.Document.FirstLine}" : resource.Reference;
        string[] parts = [file, document.Document.Member ?? string.Empty, which, finding.Issue.Kind.Id, finding.Rule ?? string.Empty, finding.Profile ?? string.Empty, finding.Issue.Path];
        var key = string.Join('\n', parts);
        var number = seen[key] = seen.GetValueOrDefault(key) + 1;
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{key}\n{number}")).AsSpan(0, 8));
    }
}
