using System.Text.Json;
using System.Text.Json.Nodes;
using FhirMsc.Decisions.Applying;
using FhirMsc.Decisions.Compiling;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Decisions.Proposals;

/// <summary>
/// A published ActivityDefinition, compiled: ActivityDefinition <c>$apply</c> (https://hl7.org/fhir/R4/activitydefinition-operation-apply.html). What is the same
/// for every patient is made once.
/// </summary>
internal sealed class Activity
{
    private readonly TypeDefinition type;
    private readonly ActivityKind kind;
    private readonly string template;

    private Activity(TypeDefinition type, ActivityKind kind, string template, IReadOnlyList<DynamicValue> dynamicValues)
    {
        this.type = type;
        this.kind = kind;
        this.template = template;
        DynamicValues = dynamicValues;
    }

    /// <summary>Values that the ActivityDefinition itself computes.</summary>
    public IReadOnlyList<DynamicValue> DynamicValues { get; }

    /// <summary>Compiles an ActivityDefinition.</summary>
    /// <returns>The activity, or <see langword="null"/> if it can't be applied.</returns>
    public static Activity? Read(Node definition, FhirRelease release, ExpressionReader expressions, List<Issue> issues)
    {
        var code = definition.At("kind");
        if (ActivityKind.Find(code) is not { } kind || FhirModel.For(release).FindType(kind.Type) is not { } type)
        {
            issues.Add(PlanIssues.ActivityKind.At(NodePath.Of(definition), definition.Position, code ?? "(none)", string.Join(", ", ActivityKind.All.Select(one => one.Type))));
            return null;
        }

        if (definition.Child("transform") is { Exists: true } transform)
        {
            issues.Add(PlanIssues.Transform.At(NodePath.Of(transform), transform.Position));
            return null;
        }

        var values = definition.ChildrenNamed("dynamicValue")
            .Select(value => (Path: value.At("path"), Expression: expressions.Compile(value.Child("expression")), Place: NodePath.Of(value)))
            .Where(value => value.Path is not null && value.Expression is not null)
            .Select(value => new DynamicValue(value.Path!, value.Place, value.Expression!))
            .ToList();
        return new Activity(type, kind, Template(definition, kind, type).ToJsonString(), values);
    }

    /// <summary>Whether a path leads to an element of what it proposes.</summary>
    public bool Has(string path) => ElementPath.Starts(type, path);

    /// <summary>Makes the resource for one patient.</summary>
    /// <param name="id">Id of the action.</param>
    /// <param name="data">Who it is for.</param>
    /// <param name="facts">What the definition's own values are computed from.</param>
    /// <param name="values">Values that the action computes; they win over the definition's, because they are more special.</param>
    /// <param name="notes">Gets what could not be told.</param>
    public Proposal Propose(string id, PatientData data, PlanFacts facts, IEnumerable<ComputedValue> values, List<Undecided> notes)
    {
        var resource = JsonNode.Parse(template)!.AsObject();
        if (data.SubjectReference is { } reference)
        {
            ElementPath.Set(resource, type, kind.Subject, [new JsonObject { ["reference"] = reference }], "Reference");
        }

        foreach (var value in DynamicValues)
        {
            var items = facts.Evaluate(value, out var untold);
            if (untold is not null)
            {
                notes.Add(untold);
            }
            else
            {
                Set(resource, new ComputedValue(value.Path, items));
            }
        }

        foreach (var value in values)
        {
            Set(resource, value);
        }

        return new Proposal(kind.Type, id, JsonSerializer.SerializeToUtf8Bytes(resource, JsonForm));
    }

    private static readonly JsonSerializerOptions JsonForm = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private void Set(JsonObject resource, ComputedValue value)
    {
        if (value.Items.Count > 0)
        {
            ElementPath.Set(resource, type, value.Path, [.. value.Items.Select(ItemJson.Of)], ItemJson.TypeOf(value.Items[0]));
        }
    }

    private static JsonObject Template(Node definition, ActivityKind kind, TypeDefinition type)
    {
        var resource = new JsonObject { ["resourceType"] = kind.Type };
        if (definition.At("profile") is { } profile)
        {
            resource["meta"] = new JsonObject { ["profile"] = new JsonArray(profile) };
        }

        if (definition.At("url") is { } url && type.FindElement("instantiatesCanonical") is { } instantiates)
        {
            var canonical = definition.At("version") is { } version ? $"{url}|{version}" : url;
            resource["instantiatesCanonical"] = instantiates.StatedMax == 1 ? canonical : new JsonArray(canonical);
        }

        if (kind.Status is not null && type.FindElement("status") is not null)
        {
            resource["status"] = kind.Status;
        }

        // R4 and R5: "intent: indicates the level of authority/intentionality"; without one it is a proposal, the weakest.
        if (type.FindElement("intent") is not null)
        {
            resource["intent"] = definition.At("intent") ?? "proposal";
        }

        foreach (var (from, to) in kind.Elements)
        {
            foreach (var source in Choices(definition, from))
            {
                ElementPath.Set(resource, type, to, [JsonNode.Parse(ItemJson.Json(source.Node))!], source.Type);
            }
        }

        return resource;
    }

    /// <summary>The elements of a name, choices (<c>product[x]</c>) with the type that their name tells.</summary>
    private static IEnumerable<(Node Node, string? Type)> Choices(Node definition, string name)
    {
        foreach (var child in definition.Children)
        {
            if (child.Name == name)
            {
                yield return (child, null);
            }
            else if (child.Name.StartsWith(name, StringComparison.Ordinal) && char.IsAsciiLetterUpper(child.Name[name.Length]))
            {
                yield return (child, child.Name[name.Length..]);
            }
        }
    }
}
