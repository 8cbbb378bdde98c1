using System.Globalization;
using FhirMsc.Decisions;
using FhirMsc.Decisions.Records;
using FhirMsc.Fhir.Json;
using FhirMsc.Hooks.Fetching;
using FhirMsc.Hooks.Requests;

namespace FhirMsc.Hooks.Prefetch;

/// <summary>Reads the Bundle of a search as the value of an input: all that was found, or why that can't be said.</summary>
internal static class PrefetchBundle
{
    private static readonly int Entry = NameTable.Fhir.Find("entry");
    private static readonly int Resource = NameTable.Fhir.Find("resource");
    private static readonly int Search = NameTable.Fhir.Find("search");
    private static readonly int Total = NameTable.Fhir.Find("total");
    private static readonly int SearchMode = NameTable.Fhir.Find("mode");

    /// <summary>Reads the pages of one search.</summary>
    /// <param name="pages">The Bundles, in order; at least one.</param>
    /// <param name="types">The type that was searched for.</param>
    /// <param name="check">Tells other patients' resources.</param>
    public static InputValue Read(IReadOnlyList<Node> pages, InputTypes types, PatientCheck check)
    {
        // "CDS Clients MAY paginate prefetch results": what is behind the last link is unknown, and so is the answer.
        if (PageReader.Next(pages[^1]) is not null)
        {
            return InputValue.NotAvailable(Unavailable.FirstPage);
        }

        var (others, warned) = (false, false);
        var entries = pages.Count == 1 ? NodeShapes.Items(pages[0], Entry) : [.. pages.SelectMany(page => NodeShapes.Items(page, Entry))];
        var matches = new List<Node>(entries.Count);
        foreach (var node in entries)
        {
            var resource = NodeShapes.Of(node) == NodeShape.Object ? node.Child(Resource) : default;
            if (NodeShapes.Of(resource) != NodeShape.Object || resource.ResourceType is not { Length: > 0 } type)
            {
                return InputValue.NotAvailable(Unavailable.Hole);
            }

            if (type == "OperationOutcome")
            {
                switch (WorstSeverity(resource))
                {
                    case OutcomeSeverity.Failure:
                        return InputValue.NotAvailable(Unavailable.Failed);
                    case OutcomeSeverity.Warning:
                        warned = true;
                        break;
                }

                continue;
            }

            if (IsBeside(node))
            {
                continue;
            }

            if (types.Contain(type))
            {
                matches.Add(resource);
            }
            else
            {
                others = true;
            }
        }

        return Expected(pages) > matches.Count ? InputValue.NotAvailable(Unavailable.Incomplete)
            : matches.Count == 0 && others ? InputValue.NotAvailable(Unavailable.NotOfType(types))
            : matches.Count == 0 && warned ? InputValue.NotAvailable(Unavailable.Warned)
            : IsMixed(matches, check) ? InputValue.NotAvailable(Unavailable.OtherPatient)
            : InputValue.Known(matches);
    }

    private static bool IsMixed(List<Node> resources, PatientCheck check)
    {
        foreach (var resource in resources)
        {
            if (check.IsOfAnother(resource))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Bundle.entry.search.mode: what came along with the matches is none.</summary>
    private static bool IsBeside(Node entry)
    {
        var search = entry.Child(Search);
        var mode = NodeShapes.OfMember(search) == NodeShape.Object ? search.Child(SearchMode) : default;
        return NodeShapes.OfMember(mode) == NodeShape.Text && (mode.ValueEquals("include"u8) || mode.ValueEquals("outcome"u8));
    }

    /// <summary>The largest total that a page states; 0 if none does.</summary>
    private static decimal Expected(IReadOnlyList<Node> pages)
    {
        var expected = 0m;
        for (var i = 0; i < pages.Count; i++)
        {
            var total = pages[i].Child(Total);
            if (NodeShapes.OfMember(total) == NodeShape.Other && decimal.TryParse(total.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var stated))
            {
                expected = Math.Max(expected, stated);
            }
        }

        return expected;
    }

    /// <summary>
    /// An outcome in a search result is about the search itself. Information is harmless; a warning says that something may be left out; an issue with any other
    /// severity, or none, means that the search failed.
    /// </summary>
    private static OutcomeSeverity WorstSeverity(Node outcome)
    {
        var worst = OutcomeSeverity.Information;
        var any = false;
        foreach (var issue in NodeShapes.Items(outcome, "issue"))
        {
            any = true;
            var severity = NodeShapes.Of(issue) == NodeShape.Object ? NodeShapes.Text(issue, "severity") : null;
            var found = severity switch
            {
                "information" or "success" => OutcomeSeverity.Information,
                "warning" => OutcomeSeverity.Warning,
                _ => OutcomeSeverity.Failure,
            };
            worst = found > worst ? found : worst;
        }

        return any ? worst : OutcomeSeverity.Failure;
    }

    private enum OutcomeSeverity
    {
        Information,
        Warning,
        Failure,
    }
}
