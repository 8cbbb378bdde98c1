using FhirMsc.Hooks.Feedback;
using FhirMsc.Hooks.State;
using FhirMsc.Server.Protocol;
using Microsoft.AspNetCore.Http;

namespace FhirMsc.Server.Endpoints;

/// <summary>Takes what became of cards: <c>POST {base}/cds-services/{id}/feedback</c>. Outcomes are counted and, where there is a store, kept: whoever gets 200 can rely on it.</summary>
internal sealed class FeedbackEndpoint(ServedContent content, BodyReader bodies, FeedbackCounter counter, IEnumerable<IFeedbackStore> stores) : IEndpoint
{
    /// <inheritdoc/>
    public string Route => "/cds-services/{id}/feedback";

    /// <inheritdoc/>
    public string Method => HttpMethods.Post;

    /// <inheritdoc/>
    public async ValueTask<Answer> AnswerAsync(HttpContext context)
    {
        if (content.Current.Services.Find((string?)context.Request.RouteValues["id"] ?? string.Empty) is not { } service)
        {
            return Answer.Refusal(StatusCodes.Status404NotFound, HttpIssues.NoService.At(string.Empty, null));
        }

        var (body, refusal) = await bodies.ReadAsync(context.Request).ConfigureAwait(false);
        if (refusal is not null)
        {
            return refusal;
        }

        var read = FeedbackReader.Read(body);
        if (read.Issues.Count > 0)
        {
            return Answer.Refusal(StatusCodes.Status400BadRequest, read.Issues);
        }

        foreach (var store in stores)
        {
            await store.SaveAsync(FeedbackRecord.Of(service.Description, read.Items), context.RequestAborted).ConfigureAwait(false);
        }

        counter.Count(service.Description.Id, read.Items);
        return Answer.Empty(StatusCodes.Status200OK);
    }
}
