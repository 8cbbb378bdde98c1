using System.Globalization;
using System.Text.Json;
using FhirMsc.Publishing.Searching;

namespace FhirMsc.Server.Endpoints.Rest;

/// <summary>The links of a searchset: what was understood (<c>self</c>) and the other pages (https://hl7.org/fhir/R4/http.html#paging).</summary>
internal static class SearchLinks
{
    /// <summary>Writes the member <c>link</c>.</summary>
    public static void Write(Utf8JsonWriter json, RestCall call, SearchRequest request, SearchResult result, bool isCount)
    {
        json.WriteStartArray("link");
        Link("self", request.Offset);
        if (!isCount && result.Total > request.Count)
        {
            var last = (result.Total - 1) / request.Count * request.Count;
            Link("first", 0);
            if (request.Offset > 0)
            {
                Link("previous", Math.Max(0, request.Offset - request.Count));
            }

            if (request.Offset + request.Count < result.Total)
            {
                Link("next", request.Offset + request.Count);
            }

            Link("last", last);
        }

        json.WriteEndArray();

        void Link(string relation, int offset)
        {
            json.WriteStartObject();
            json.WriteString("relation", relation);
            json.WriteString("url", Url(call, request, offset));
            json.WriteEndObject();
        }
    }

    private static string Url(RestCall call, SearchRequest request, int offset)
    {
        IEnumerable<KeyValuePair<string, string>> parameters =
        [
            .. request.Applied,
            new("_count", request.Count.ToString(CultureInfo.InvariantCulture)),
            .. offset > 0 ? [new KeyValuePair<string, string>("_offset", offset.ToString(CultureInfo.InvariantCulture))] : Array.Empty<KeyValuePair<string, string>>(),
        ];
        return $"{call.Base}/{call.Type}?{string.Join('&', parameters.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"))}";
    }
}
