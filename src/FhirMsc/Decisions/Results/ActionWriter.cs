using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using FhirMsc.Decisions.Applying;
using FhirMsc.Decisions.Compiling;
using FhirMsc.Decisions.Proposals;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Decisions.Results;

/// <summary>
/// Applied actions as actions of a RequestGroup or RequestOrchestration. "Must have resource or action but not both" (invariant rqg-1): an action with both gets
/// its resource in an action below, and one with neither gets a CommunicationRequest that says what it says.
/// </summary>
internal sealed class ActionWriter(Utf8JsonWriter json, Plan plan, string? subject)
{
    private readonly bool isR5 = plan.Release == FhirRelease.R5;
    private readonly List<Proposal> proposals = [];
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);

    /// <summary>The proposed resources that the actions written so far refer to.</summary>
    public IReadOnlyList<Proposal> Proposals => proposals;

    /// <summary>Writes the member <c>action</c>; nothing if there is none.</summary>
    public void Write(IReadOnlyList<AppliedAction> actions)
    {
        if (actions.Count == 0)
        {
            return;
        }

        json.WriteStartArray("action");
        foreach (var action in actions)
        {
            Write(json, action);
        }

        json.WriteEndArray();
    }

    private void Write(Utf8JsonWriter to, AppliedAction action)
    {
        var special = action.Computed.Where(value => value.Path is not ("title" or "description" or "priority")).ToList();
        if (special.Count == 0)
        {
            WriteObject(to, action);
            return;
        }

        // Computed values may go anywhere in the action, so it is made as a whole first.
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var inner = new Utf8JsonWriter(buffer))
        {
            WriteObject(inner, action);
        }

        var made = JsonNode.Parse(buffer.WrittenSpan)!.AsObject();
        var type = FhirModel.For(plan.Release).FindType(isR5 ? "RequestOrchestration.action" : "RequestGroup.action")!;
        foreach (var value in special)
        {
            var path = value.Path.StartsWith("action.", StringComparison.Ordinal) ? value.Path["action.".Length..] : value.Path;
            ElementPath.Set(made, type, path, [.. value.Items.Select(ItemJson.Of)], ItemJson.TypeOf(value.Items[0]));
        }

        made.WriteTo(to);
    }

    private void WriteObject(Utf8JsonWriter to, AppliedAction action)
    {
        var definition = action.Definition;
        to.WriteStartObject();

        // "Unique id for the element within a resource": actions of several plans in one result may have the same.
        var id = isR5 ? definition.At("linkId") ?? definition.At("id") : definition.At("id");
        Text(to, isR5 ? "linkId" : "id", id is not null && ids.Add(id) ? id : null);
        Text(to, "prefix", definition.At("prefix"));
        Text(to, "title", action.Title);
        Text(to, "description", action.Description);
        Text(to, "textEquivalent", definition.At("textEquivalent"));
        to.WriteString("priority", action.Priority);
        List(to, "code", definition, _ => true);
        List(to, "documentation", definition, _ => true);
        List(to, "condition", definition, condition => condition.At("kind") is "start" or "stop");
        List(to, "relatedAction", definition, _ => true);
        foreach (var timing in definition.Exists ? definition.Children.Where(child => child.Name.StartsWith("timing", StringComparison.Ordinal)) : [])
        {
            to.WritePropertyName(timing.Name);
            Value(to, timing);
        }

        if (definition.Child("type") is { Exists: true } type)
        {
            to.WritePropertyName("type");
            Value(to, type);
        }

        Text(to, "groupingBehavior", action.Behaviors.Grouping);
        Text(to, "selectionBehavior", action.Behaviors.Selection);
        Text(to, "requiredBehavior", action.Behaviors.Required);
        Text(to, "precheckBehavior", action.Behaviors.Precheck);
        Text(to, "cardinalityBehavior", action.Behaviors.Cardinality);
        Content(to, action);
        to.WriteEndObject();
    }

    /// <summary>The resource, or the actions below.</summary>
    private void Content(Utf8JsonWriter to, AppliedAction action)
    {
        List<string> references = [.. action.Resources.Select(ResourceReference.Of)];
        if (action.Proposal is { } proposal)
        {
            references.Insert(0, Propose(proposal));
        }

        if (references.Count == 0 && action.Actions.Count == 0)
        {
            references.Add(Propose(Message(action)));
        }

        if (references.Count == 1 && action.Actions.Count == 0)
        {
            Reference(to, references[0]);
            return;
        }

        to.WriteStartArray("action");
        foreach (var reference in references)
        {
            to.WriteStartObject();
            if (action.Definition.Child("type") is { Exists: true } type)
            {
                to.WritePropertyName("type");
                Value(to, type);
            }

            Reference(to, reference);
            to.WriteEndObject();
        }

        foreach (var nested in action.Actions)
        {
            Write(to, nested);
        }

        to.WriteEndArray();
    }

    private string Propose(Proposal proposal)
    {
        var unique = proposals.Any(other => other.Id == proposal.Id) ? proposal with { Id = $"{proposal.Id}.{proposals.Count}" } : proposal;
        proposals.Add(unique);
        return RequestBundle.FullUrl(plan, unique.Id);
    }

    private Proposal Message(AppliedAction action)
    {
        var resource = new JsonObject
        {
            ["resourceType"] = "CommunicationRequest",
            ["status"] = "draft",
            ["priority"] = action.Priority,
            ["subject"] = subject is null ? new JsonObject { ["display"] = "The patient" } : new JsonObject { ["reference"] = subject },
            ["payload"] = new JsonArray(isR5 ? new JsonObject { ["contentCodeableConcept"] = new JsonObject { ["text"] = action.Title } } : new JsonObject { ["contentString"] = action.Title }),
        };
        if (isR5)
        {
            resource["intent"] = "proposal";
        }

        return new Proposal("CommunicationRequest", action.Id, JsonSerializer.SerializeToUtf8Bytes(resource));
    }

    private static void Reference(Utf8JsonWriter to, string reference)
    {
        to.WriteStartObject("resource");
        to.WriteString(reference.Contains('/', StringComparison.Ordinal) || reference.StartsWith("urn:", StringComparison.Ordinal) ? "reference" : "display", reference);
        to.WriteEndObject();
    }

    private static void List(Utf8JsonWriter to, string name, Node definition, Func<Node, bool> isMeant)
    {
        var items = definition.Exists ? definition.ChildrenNamed(name).Where(isMeant).ToList() : [];
        if (items.Count == 0)
        {
            return;
        }

        to.WriteStartArray(name);
        foreach (var item in items)
        {
            Value(to, item);
        }

        to.WriteEndArray();
    }

    private static void Value(Utf8JsonWriter to, Node node)
    {
        if (node.HasValue)
        {
            to.WriteStringValue(node.Text);
        }
        else
        {
            JsonWriter.Write(node, to);
        }
    }

    private static void Text(Utf8JsonWriter to, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            to.WriteString(name, value);
        }
    }
}
