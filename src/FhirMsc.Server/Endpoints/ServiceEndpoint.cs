using FhirMsc.Hooks;
using FhirMsc.Hooks.Cards;
using FhirMsc.Hooks.Fetching;
using FhirMsc.Hooks.Requests;
using FhirMsc.Server.Protocol;
using Microsoft.AspNetCore.Http;

namespace FhirMsc.Server.Endpoints;

/// <summary>Calls a service: <c>POST {base}/cds-services/{id}</c>.</summary>
internal sealed class ServiceEndpoint(ServedContent content, BodyReader bodies, ICardIds ids, IFhirSource source, FhirMscOptions options) : IEndpoint
{
    /// <inheritdoc/>
    public string Route => "/cds-services/{id}";

    /// <inheritdoc/>
    public string Method => HttpMethods.Post;

    /// <inheritdoc/>
    public async ValueTask<Answer> AnswerAsync(HttpContext context)
    {
        if (content.Current.Services.Find((string?)context.Request.RouteValues["id"] ?? string.Empty) is not { } service || HookKinds.Find(service.Description.Hook) is not { } hook)
        {
            return Answer.Refusal(StatusCodes.Status404NotFound, HttpIssues.NoService.At(string.Empty, null));
        }

        var (body, refusal) = await bodies.ReadAsync(context.Request, lent: true).ConfigureAwait(false);
        if (refusal is not null)
        {
            return refusal;
        }

        var read = HookRequestReader.Read(body, hook, lent: true);
        if (read.Request is not { } request)
        {
            var wrong = Answer.Refusal(StatusCodes.Status400BadRequest, read.Issues);
            Release(read, body);
            return wrong;
        }

        var explanation = options.Explain ? ExplanationForms.Asked(context.Request) : ExplanationForm.None;
        var answering = service.AnswerAsync(request, ids, source, explanation != ExplanationForm.None, context.RequestAborted);

        // Where something was fetched, a call that took too long may still be looking at the request; and so may whoever failed.
        var isDone = answering.IsCompletedSuccessfully;
        var answer = Written(await answering.ConfigureAwait(false), explanation);
        if (isDone)
        {
            Release(read, body);
        }

        return answer;
    }

    private static void Release(HookRequestResult read, ReadOnlyMemory<byte> body)
    {
        read.Release();
        BodyReader.Release(body);
    }

    private static Answer Written(HookAnswer answer, ExplanationForm explanation)
    {
        return explanation switch
        {
            ExplanationForm.Text => Answer.Of(answer.Missing.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status412PreconditionFailed, Answer.PlainText, output => ExplanationWriter.WriteText(answer, output)),
            ExplanationForm.Json when answer.Missing.Count == 0 => Answer.Of(StatusCodes.Status200OK, Answer.Json, output => CardWriter.Write(answer.Cards, output, json => ExplanationWriter.WriteExtension(answer, json))),
            _ when answer.Missing.Count > 0 => Answer.Refusal(StatusCodes.Status412PreconditionFailed, explanation == ExplanationForm.None ? answer.Missing : [.. answer.Missing, ExplanationWriter.AsIssue(answer)]),
            _ => Answer.Once(StatusCodes.Status200OK, Answer.Json, output => CardWriter.Write(answer.Cards, output)),
        };
    }
}
