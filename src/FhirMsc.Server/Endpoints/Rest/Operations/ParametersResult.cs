using System.Text.Json.Nodes;

namespace FhirMsc.Server.Endpoints.Rest.Operations;

/// <summary>A Parameters resource in the making (https://hl7.org/fhir/R4/parameters.html).</summary>
internal sealed class ParametersResult
{
    private readonly JsonArray parameters = [];

    /// <summary>Adds a value; nothing if there is none.</summary>
    public ParametersResult Add(string name, string valueElement, JsonNode? value)
    {
        if (value is not null)
        {
            parameters.Add(new JsonObject { ["name"] = name, [valueElement] = value });
        }

        return this;
    }

    /// <summary>Adds a parameter with parts.</summary>
    public ParametersResult AddParts(string name, ParametersResult parts)
    {
        parameters.Add(new JsonObject { ["name"] = name, ["part"] = parts.parameters.DeepClone() });
        return this;
    }

    /// <summary>The resource.</summary>
    public RestResult ToResult() => RestResult.Of(new JsonObject { ["resourceType"] = "Parameters", ["parameter"] = parameters });
}
