using System.Diagnostics.Metrics;
using FhirMsc.Hooks.Feedback;

namespace FhirMsc.Server.Endpoints;

/// <summary>Counts feedback as the metric <c>fhirmsc.feedback</c> of the meter <c>FhirMsc</c>, by service and outcome.</summary>
internal sealed class FeedbackCounter(IMeterFactory meters)
{
    private readonly Counter<long> counter = meters.Create("FhirMsc").CreateCounter<long>("fhirmsc.feedback", "{card}", "Cards that feedback was given on");

    /// <summary>Counts one call's feedback.</summary>
    public void Count(string service, IReadOnlyList<FeedbackItem> items)
    {
        foreach (var item in items)
        {
            counter.Add(1, new("service", service), new("outcome", item.Accepted ? "accepted" : "overridden"));
        }
    }
}
