using FhirMsc.Fhir.Issues;
using FhirMsc.Server.Endpoints.Rest.Operations;
using Microsoft.AspNetCore.Http;

namespace FhirMsc.Server.Endpoints.Rest;

/// <summary>Finds the interaction or operation that a path and method stand for (https://hl7.org/fhir/R4/http.html, summary table). All that writes is refused.</summary>
internal sealed class RestRouter(CapabilityWriter capabilities, OperationList operations)
{
    private const string Reading = "GET, HEAD, OPTIONS";
    private static readonly string[] Shaping = ["_format", "_pretty"];

    private const string Asking = "GET, HEAD, POST, OPTIONS";

    /// <summary>The methods of a path: questions that may be long can be posted, everything else is read.</summary>
    public static string Allowed(string path) => IsAsked(path) ? Asking : Reading;

    /// <summary>Whether a path is one that questions are posted to: an operation or a search.</summary>
    public static bool IsAsked(string path) => LastOf(path).StartsWith('$') || IsSearch(path);

    /// <summary>Whether a path is one that searches are posted to.</summary>
    public static bool IsSearch(string path) => LastOf(path) is "_search";

    private static ReadOnlySpan<char> LastOf(string path)
    {
        var last = path.AsSpan().TrimEnd('/');
        return last[(last.LastIndexOf('/') + 1)..];
    }

    /// <summary>Answers.</summary>
    public RestResult Route(RestCall call, string[] path, string method)
    {
        var isGet = HttpMethods.IsGet(method);
        return path switch
        {
            [] => Reads(isGet, () => NotFound(RestIssues.NoInteraction)),
            ["metadata"] => Reads(isGet, () => capabilities.Statement(call.Store, call.Base)),
            [['$', ..] name] => Operate(call, name),
            ["_history"] or ["_search"] or [_, "_history"] => NotFound(RestIssues.NoInteraction),
            [var type] => Searched(call, type, typed => Reads(isGet, () => SearchAnswer.Of(typed))),
            [var type, "_search"] => Searched(call, type, SearchAnswer.Of),
            ["OperationDefinition", var id] => Reads(isGet, () => operations.OwnDefinition(id, call) ?? NotFound(HttpIssues.NoResource)),
            [var type, ['$', ..] name] => Typed(call, type, typed => Operate(typed, name)),
            [var type, var id] => Instance(call, type, id, found => Reads(isGet, () => Read(found))),
            [var type, var id, ['$', ..] name] => Instance(call, type, id, found => Operate(found, name)),
            [var type, var id, "_history", var version] => Instance(call, type, id, found => Reads(isGet, () => version == VersionId.Of(found.Instance!, call.Store) ? Read(found) : NotFound(RestIssues.NoVersion))),
            _ => NotFound(RestIssues.NoInteraction),
        };
    }

    private static RestResult Read(RestCall call) => new(StatusCodes.Status200OK, SearchAnswer.Shape(call))
    {
        VersionId = VersionId.Of(call.Instance!, call.Store),
        LastModified = call.Store.Loaded,
    };

    private static RestResult Reads(bool isGet, Func<RestResult> answer) =>
        isGet ? answer() : RestResult.Refusal(StatusCodes.Status405MethodNotAllowed, RestIssues.ReadOnly.At(string.Empty, null, Reading)) with { Allow = Reading };

    /// <summary>An empty answer would promise that there could be some.</summary>
    private RestResult Searched(RestCall call, string type, Func<RestCall, RestResult> answer) =>
        call.Store.Index.Types.Contains(type) ? Typed(call, type, answer) : NotFound(RestIssues.NoType, call.Store.Release, string.Join(", ", call.Store.Index.Types));

    private RestResult Typed(RestCall call, string type, Func<RestCall, RestResult> answer) =>
        call.Store.Index.Types.Contains(type) || operations.HasType(type) && call.Store.Model.FindType(type) is not null
            ? answer(call with { Type = type })
            : NotFound(RestIssues.NoType, call.Store.Release, string.Join(", ", call.Store.Index.Types));

    private static RestResult Instance(RestCall call, string type, string id, Func<RestCall, RestResult> answer) =>
        call.Store.Catalog.Find(type, id) is { } artifact ? answer(call with { Type = type, Instance = artifact }) : Missing(call, type, id);

    /// <summary>A citation is a Basic in R4 and a Citation later, with the same id: who asks for one in the wrong release is told.</summary>
    private static RestResult Missing(RestCall call, string type, string id)
    {
        var elsewhere = call.Stores.Releases.Where(release => release != call.Store.Release).Any(release => call.Stores.Find(release)?.Catalog.Find(type, id) is not null);
        var here = elsewhere ? call.Store.Catalog.Artifacts.FirstOrDefault(artifact => artifact.Id == id) : null;
        return here is not null ? NotFound(RestIssues.OtherType, call.Store.Release, here.Reference)
            : call.Store.Index.Types.Contains(type) ? NotFound(HttpIssues.NoResource)
            : NotFound(RestIssues.NoType, call.Store.Release, string.Join(", ", call.Store.Index.Types));
    }

    private RestResult Operate(RestCall call, string name)
    {
        if (operations.Find(name, call) is not { } operation)
        {
            return NotFound(RestIssues.NoOperation);
        }

        List<Issue> issues =
        [
            .. operation.NotServed.Where(call.Input.Has).Concat(Unknown(operation, call)).Select(parameter => RestIssues.NotServed.At(string.Empty, null, parameter, operation.Name)),
            .. operation.Parameters.Where(parameter => parameter.IsInput && call.Input.Count(parameter.Name) > 1).Select(parameter => RestIssues.Repeated.At(string.Empty, null, parameter.Name)),
            .. operation is ValidateOperation ? [] : call.Input.Found.Where(issue => issue.Kind == JsonIssues.DuplicateKey),
        ];
        return issues.Count > 0 ? RestResult.Refusal(StatusCodes.Status400BadRequest, issues) : operation.Execute(call);
    }

    /// <summary>Parameters that an operation of our own does not have. Those of HL7's operations are listed by each, because some of theirs change nothing here.</summary>
    private static IEnumerable<string> Unknown(IOperation operation, RestCall call) => operation.Parameters.Count == 0 || call.IsLenient
        ? []
        : call.Input.Names.Where(name => !Shaping.Contains(name) && !operation.Parameters.Any(parameter => parameter.IsInput && parameter.Name == name)).Distinct().Select(name => name.Length <= 40 ? name : name[..40] + "…");

    private static RestResult NotFound(IssueKind kind, params ReadOnlySpan<object?> arguments) =>
        RestResult.Refusal(StatusCodes.Status404NotFound, kind.At(string.Empty, null, arguments));
}
