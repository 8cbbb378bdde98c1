using System.Buffers;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Hooks.Fetching;

namespace FhirMsc.Hooks.Requests;

/// <summary>
/// Reads the body of a hook call. Checks what an answer depends on and reports all of it at once; lets pass what real clients get wrong without doing harm
/// (orders that are not finished, a Bundle without type), and ignores members it does not know, <c>extension</c> among them.
/// </summary>
public static class HookRequestReader
{
    private static readonly SearchValues<char> NotInIds = SearchValues.Create("/\\?#|&= \t\r\n\"'<>{}");

    /// <summary>Reads one call.</summary>
    /// <param name="utf8">The body; must not change afterwards.</param>
    /// <param name="hook">The hook of the service that was called.</param>
    /// <param name="lent">Whether it is done with as soon as it is answered, so that its memory can be given back by <see cref="HookRequestResult.Release"/>.</param>
    public static HookRequestResult Read(ReadOnlyMemory<byte> utf8, HookKind hook, bool lent = false)
    {
        ArgumentNullException.ThrowIfNull(hook);
        var issues = new List<Issue>();
        var root = RequestBody.Parse(utf8, issues, lent);
        if (!root.Exists)
        {
            return new HookRequestResult(null, issues);
        }

        var read = new MemberReader(issues);
        if (read.Text(root, "hook", "hook", required: true) is { } name && name != hook.Name)
        {
            issues.Add(HookIssues.WrongHook.At("hook", root.Child("hook").Position, hook.Name));
        }

        var instance = read.Text(root, "hookInstance", "hookInstance", required: true);
        var server = Server(root, read, issues);
        var prefetch = read.Object(root, "prefetch", "prefetch", required: false);
        var context = read.Object(root, "context", "context", required: true);
        var values = new Dictionary<string, object?>(hook.Fields.Count, StringComparer.Ordinal);
        foreach (var field in hook.Fields)
        {
            values.Add(field.Name, Field(context, field, hook, read, issues));
        }

        if (issues.Count > 0)
        {
            return new HookRequestResult(null, issues) { Tree = root.Tree };
        }

        return new HookRequestResult(
            new HookRequest
            {
                Hook = hook,
                HookInstance = instance!,
                Access = server,
                UserId = (string)values["userId"]!,
                PatientId = (string)values["patientId"]!,
                EncounterId = (string?)values["encounterId"],
                Selections = values.GetValueOrDefault("selections") as IReadOnlyList<string> ?? [],
                DraftOrders = values.GetValueOrDefault("draftOrders") as IReadOnlyList<BundleEntry> ?? [],
                Prefetch = prefetch,
            },
            [])
        {
            Tree = root.Tree,
        };
    }

    /// <summary>Invariant cds-r-1: with authorization there is a server.</summary>
    private static FhirAccess? Server(Node root, MemberReader read, List<Issue> issues)
    {
        var authorization = read.Object(root, "fhirAuthorization", "fhirAuthorization", required: false);
        var token = read.Text(authorization, "access_token", "fhirAuthorization.access_token", required: true, " in 'fhirAuthorization'");
        var before = issues.Count;
        var text = read.Text(root, "fhirServer", "fhirServer", required: false);
        if (text is null)
        {
            if (authorization.Exists && issues.Count == before)
            {
                issues.Add(HookIssues.ServerMissing.At("fhirServer", authorization.Position));
            }

            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp))
        {
            return new FhirAccess(url, token);
        }

        issues.Add(HookIssues.Url.At("fhirServer", root.Child("fhirServer").Position, "fhirServer"));
        return null;
    }

    private static object? Field(Node context, HookField field, HookKind hook, MemberReader read, List<Issue> issues)
    {
        var path = field.Path;
        var why = hook.Requirement;
        switch (field.Kind)
        {
            case HookFieldKind.References:
                return References(read.Array(context, field.Name, path, field.Required, why), path, issues);
            case HookFieldKind.Bundle:
                return Orders(read.Object(context, field.Name, path, field.Required, why), path, issues);
            default:
                var text = read.Text(context, field.Name, path, field.Required, why);
                if (field.Kind == HookFieldKind.Id && text is not null && text.AsSpan().ContainsAny(NotInIds))
                {
                    issues.Add(HookIssues.Id.At(path, context.Child(field.Name).Position, path));
                }

                return text;
        }
    }

    private static List<string>? References(IReadOnlyList<Node>? items, string path, List<Issue> issues)
    {
        if (items is null)
        {
            return null;
        }

        var references = new List<string>(items.Count);
        foreach (var (index, item) in items.Index())
        {
            if (NodeShapes.Of(item) == NodeShape.Text && item.Text is { Length: > 0 } text)
            {
                references.Add(text);
            }
            else
            {
                issues.Add(HookIssues.Shape.At($"{path}[{index}]", item.Position, $"{path}[{index}]", "a reference of the form Type/id"));
            }
        }

        return references;
    }

    /// <summary>
    /// The entries of a Bundle of orders. Neither its type nor what the orders say is checked: during order-select orders are half finished by nature.
    /// </summary>
    private static List<BundleEntry>? Orders(Node bundle, string path, List<Issue> issues)
    {
        if (!bundle.Exists)
        {
            return null;
        }

        if (bundle.ResourceType is { } type && type != "Bundle")
        {
            issues.Add(HookIssues.Shape.At(path, bundle.Position, path, "a Bundle"));
            return null;
        }

        var entries = new List<BundleEntry>();
        var index = -1;
        foreach (var node in NodeShapes.Items(bundle, "entry"))
        {
            index++;
            if (BundleEntry.Read(node) is { } entry)
            {
                entries.Add(entry);
            }
            else
            {
                issues.Add(HookIssues.EntryWithoutResource.At($"{path}.entry[{index}]", node.Position, $"{path}.entry[{index}]"));
            }
        }

        return entries;
    }
}
