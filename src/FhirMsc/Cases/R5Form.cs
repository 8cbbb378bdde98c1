using System.Text.Json.Nodes;

namespace FhirMsc.Cases;

/// <summary>
/// Puts the R4 resources of a case into R5's form, as the R4 to R5 maps of the specification have it: CodeableReference in orders, progress of research subjects,
/// and the state of studies. Types that are the same in both are left alone.
/// </summary>
internal static class R5Form
{
    /// <summary>The resource in R5.</summary>
    public static JsonObject Of(JsonObject r4)
    {
        var resource = r4.DeepClone().AsObject();
        switch (resource["resourceType"]?.GetValue<string>())
        {
            case "MedicationRequest":
                Wrap(resource, "medicationCodeableConcept", "medication", "concept");
                Wrap(resource, "medicationReference", "medication", "reference");
                Reasons(resource);
                break;
            case "ServiceRequest":
                Wrap(resource, "code", "code", "concept");
                Reasons(resource);
                break;
            case "ResearchSubject":
                Rename(resource, "individual", "subject");
                var state = resource["status"]?.GetValue<string>();
                resource["status"] = "active";
                if (state is not null)
                {
                    resource["progress"] = new JsonArray(new JsonObject { ["subjectState"] = new JsonObject { ["coding"] = new JsonArray(new JsonObject { ["code"] = state }) } });
                }

                break;
            case "ResearchStudy":
                Study(resource);
                break;
            default:
                break;
        }

        return resource;
    }

    private static void Study(JsonObject study)
    {
        var state = study["status"]?.GetValue<string>();
        study["status"] = "active";
        if (state is not null)
        {
            study["progressStatus"] = new JsonArray(new JsonObject { ["state"] = new JsonObject { ["coding"] = new JsonArray(new JsonObject { ["code"] = state }) } });
        }

        if (study["focus"] is JsonArray focus)
        {
            study["focus"] = new JsonArray([.. focus.Select(one => new JsonObject { ["concept"] = one?.DeepClone() })]);
        }

        Rename(study, "arm", "comparisonGroup");
    }

    private static void Reasons(JsonObject order)
    {
        var reasons = Items(order, "reasonCode").Select(code => new JsonObject { ["concept"] = code })
            .Concat(Items(order, "reasonReference").Select(reference => new JsonObject { ["reference"] = reference }))
            .ToArray<JsonNode?>();
        order.Remove("reasonCode");
        order.Remove("reasonReference");
        if (reasons.Length > 0)
        {
            order["reason"] = new JsonArray(reasons);
        }
    }

    private static IEnumerable<JsonNode?> Items(JsonObject owner, string name) => owner[name] is JsonArray list ? list.Select(item => item?.DeepClone()) : [];

    private static void Wrap(JsonObject owner, string from, string to, string part)
    {
        if (owner[from] is { } value)
        {
            owner.Remove(from);
            owner[to] = new JsonObject { [part] = value.DeepClone() };
        }
    }

    private static void Rename(JsonObject owner, string from, string to)
    {
        if (owner[from] is { } value)
        {
            owner.Remove(from);
            owner[to] = value.DeepClone();
        }
    }
}
