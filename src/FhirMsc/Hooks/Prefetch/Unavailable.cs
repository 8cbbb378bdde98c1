namespace FhirMsc.Hooks.Prefetch;

/// <summary>Why data is not at hand: the texts that integrators read. None of them holds a value of the request.</summary>
internal static class Unavailable
{
    public const string NotSent = "the request has no prefetch under this key";
    public const string Failed = "the client sent an OperationOutcome in place of the data";
    public const string Warned = "the search came back with a warning and without a single match, which does not say that there is none";
    public const string FirstPage = "only the first page was sent: the Bundle has a next link";
    public const string Incomplete = "the Bundle holds fewer matches than its total says";
    public const string Hole = "the Bundle has an entry without a resource";
    public const string OtherPatient = "it holds data of another patient than context.patientId, and none of it was used";
    public const string SelectionMissing = "context.selections names an order that context.draftOrders does not hold";

    public static string NotOfType(InputTypes types) => $"what was sent is neither a {types}, nor a Bundle of such resources, nor null";
}
