using FhirMsc.Hooks;
using FhirMsc.Hooks.Cards;
using FhirMsc.Hooks.Requests;
using FhirMsc.Server.Protocol;
using Microsoft.AspNetCore.Http;

namespace FhirMsc.Server.Endpoints;

/// <summary>Calls a service: <c>POST {base}/cds-services/{id}</c>.</summary>
internal sealed class ServiceEndpoint(HookServices services, BodyReader bodies, ICardIds ids) : IEndpoint
{
    /// <inheritdoc/>
    public string Route => "/cds-services/{id}";

    /// <inheritdoc/>
    public string Method => HttpMethods.Post;

    /// <inheritdoc/>
    public async ValueTask<Answer> AnswerAsync(HttpContext context)
    {
        if (services.Find((string?)context.Request.RouteValues["id"] ?? string.Empty) is not { } service || HookKinds.Find(service.Description.Hook) is not { } hook)
        {
            return Answer.Refusal(StatusCodes.Status404NotFound, HttpIssues.NoService.At(string.Empty, null));
        }

        var (body, refusal) = await bodies.ReadAsync(context.Request).ConfigureAwait(false);
        if (refusal is not null)
        {
            return refusal;
        }

        var read = HookRequestReader.Read(body, hook);
        if (read.Request is not { } request)
        {
            return Answer.Refusal(StatusCodes.Status400BadRequest, read.Issues);
        }

        var answer = service.Answer(request, ids);
        return answer.Missing.Count > 0
            ? Answer.Refusal(StatusCodes.Status412PreconditionFailed, answer.Missing)
            : Answer.Of(StatusCodes.Status200OK, Answer.Json, output => CardWriter.Write(answer.Cards, output));
    }
}
