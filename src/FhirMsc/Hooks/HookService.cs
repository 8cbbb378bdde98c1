using FhirMsc.Decisions;
using FhirMsc.Fhir.Issues;
using FhirMsc.Hooks.Cards;
using FhirMsc.Hooks.Prefetch;
using FhirMsc.Hooks.Requests;

namespace FhirMsc.Hooks;

/// <summary>A CDS service: one plan, answering one hook. Immutable and safe for many threads.</summary>
public sealed class HookService
{
    private readonly Func<PatientData, AppliedPlan> apply;

    /// <summary>Makes a service of what is published about it and of a way to decide.</summary>
    /// <param name="description">What discovery says of it.</param>
    /// <param name="apply">Decides for one patient; called from many threads at once.</param>
    public HookService(ServiceDescription description, Func<PatientData, AppliedPlan> apply)
    {
        ArgumentNullException.ThrowIfNull(description);
        ArgumentNullException.ThrowIfNull(apply);
        Description = description;
        this.apply = apply;
    }

    /// <summary>What discovery says of the service.</summary>
    public ServiceDescription Description { get; }

    /// <summary>The service that a published plan is.</summary>
    public static HookService For(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new HookService(
            new ServiceDescription
            {
                Id = plan.Id,
                Hook = plan.Hook,
                Title = plan.Title,
                Description = plan.Description ?? plan.Title ?? plan.Id,
                UsageRequirements = plan.Usage,
                Inputs = plan.Inputs,
            },
            plan.Apply);
    }

    /// <summary>Answers a call.</summary>
    /// <param name="request">The call, read for this service's hook.</param>
    /// <param name="ids">Where the cards' identifiers come from.</param>
    public HookAnswer Answer(HookRequest request, ICardIds ids)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(ids);
        var plan = apply(PatientDataReader.Read(request, Description.Inputs));
        return plan.Actions.Count == 0 && plan.Undecided.Count > 0
            ? new HookAnswer([], [.. plan.Undecided.DistinctBy(undecided => (undecided.What, undecided.Reason)).Select(Missing)])
            : new HookAnswer(new CardMaker(ids, Description.Title ?? Description.Id).Make(plan), []);
    }

    /// <summary>What is missing, with the remedy that fits: an input can be sent, while a question that stays open is the plan's to explain.</summary>
    private Issue Missing(Undecided undecided)
    {
        var input = Description.Inputs.FirstOrDefault(input => input.Id == undecided.What);
        return input is null ? HookIssues.NotDecided.At(string.Empty, null, undecided.What, undecided.Text ?? undecided.Reason)
            : (input.Query is null ? HookIssues.OrdersNotAvailable : HookIssues.NotAvailable).At(string.Empty, null, undecided.What, undecided.Reason);
    }
}
