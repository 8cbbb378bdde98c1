using FhirMsc.Fhir.Issues;
using Microsoft.AspNetCore.Http;

namespace FhirMsc.Server.Protocol;

/// <summary>One method on one path.</summary>
internal interface IEndpoint
{
    /// <summary>Route pattern, e.g. <c>/cds-services/{id}</c>.</summary>
    string Route { get; }

    /// <summary>HTTP method. HEAD goes to whoever answers GET.</summary>
    string Method { get; }

    /// <summary>Whether everybody may call, without a token: only what is public knowledge, or says whether the server is up.</summary>
    bool IsOpen => false;

    /// <summary>What is said to another method; its text names the methods that are known.</summary>
    IssueKind WrongMethod => HttpIssues.Method;

    /// <summary>The methods that are known at the path of a request, as <c>Allow</c> lists them; <see langword="null"/> if they are those of the route's endpoints.</summary>
    string? Allowed(HttpRequest request) => null;

    /// <summary>A refusal that was made in front of the endpoint, in the form that its clients ask for.</summary>
    /// <param name="refusal">The refusal, an OperationOutcome as JSON.</param>
    /// <param name="request">What is refused.</param>
    Answer InWantedForm(Answer refusal, HttpRequest request) => refusal;

    /// <summary>Answers a request. May throw: the gateway turns that into an answer.</summary>
    ValueTask<Answer> AnswerAsync(HttpContext context);
}
