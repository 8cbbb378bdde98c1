using FhirMsc.Decisions;
using FhirMsc.Fhir.Issues;
using FhirMsc.Hooks.Cards;
using FhirMsc.Hooks.Fetching;
using FhirMsc.Hooks.Prefetch;
using FhirMsc.Hooks.Requests;

namespace FhirMsc.Hooks;

/// <summary>A CDS service: one plan, answering one hook. Immutable and safe for many threads.</summary>
public sealed class HookService
{
    private readonly Func<PatientData, AppliedPlan> apply;
    private readonly Func<PatientData, AppliedPlan> explain;
    private readonly CardFrames frames;

    /// <summary>Makes a service of what is published about it and of a way to decide.</summary>
    /// <param name="description">What discovery says of it.</param>
    /// <param name="apply">Decides for one patient; called from many threads at once.</param>
    /// <param name="explain">Decides the same and gives the reasons in full; <paramref name="apply"/> if <see langword="null"/>.</param>
    public HookService(ServiceDescription description, Func<PatientData, AppliedPlan> apply, Func<PatientData, AppliedPlan>? explain = null)
        : this(description, apply, explain, [])
    {
    }

    private HookService(ServiceDescription description, Func<PatientData, AppliedPlan> apply, Func<PatientData, AppliedPlan>? explain, IEnumerable<string> descriptions)
    {
        ArgumentNullException.ThrowIfNull(description);
        ArgumentNullException.ThrowIfNull(apply);
        Description = description;
        this.apply = apply;
        this.explain = explain ?? apply;
        frames = new CardFrames(description.Title ?? description.Id, descriptions);
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
                Advice = [.. Advised(plan)],
            },
            plan.Apply,
            data => plan.Apply(data, explain: true),
            plan.Descriptions);
    }

    /// <summary>Answers a call from what it brings along.</summary>
    /// <param name="request">The call, read for this service's hook.</param>
    /// <param name="ids">Where the cards' identifiers come from.</param>
    public HookAnswer Answer(HookRequest request, ICardIds ids)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(ids);
        return Answer(apply(PatientDataReader.Read(request, Description.Inputs)), ids);
    }

    /// <summary>Answers a call from what it brings along and, where an open answer depends on more, from the client's FHIR server.</summary>
    /// <param name="request">The call, read for this service's hook.</param>
    /// <param name="ids">Where the cards' identifiers come from.</param>
    /// <param name="source">The way to FHIR servers; <see langword="null"/> to ask none.</param>
    /// <param name="explained">Whether the applied plan of the answer is to hold the reasons in full.</param>
    /// <param name="cancellation">Ends the fetching.</param>
    public ValueTask<HookAnswer> AnswerAsync(HookRequest request, ICardIds ids, IFhirSource? source, bool explained, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(ids);
        var decide = explained ? explain : apply;
        var plan = decide(PatientDataReader.Read(request, Description.Inputs));
        var misses = plan.WantedInputs.Count > 0 || plan.WantedReferences.Count > 0;
        if (!misses || request.Access is not { } access || source is null)
        {
            return ValueTask.FromResult(Answer(plan, ids));
        }

        return source.Admits(access.Server)
            ? CompleteAsync(new Completion(request, Description.Inputs, source, access, decide), plan, ids, cancellation)
            : ValueTask.FromResult(Answer(decide(PatientDataReader.Read(request, Description.Inputs, NotAllowed(plan, request))), ids));
    }

    private static IEnumerable<Advice> Advised(Plan plan) => plan.Actions.SelectMany(action => action.All).SelectMany(action =>
        (action.Plan is { } other ? Advised(other) : []).Prepend(new Advice(action.Id, [.. action.Words.OverrideReasons.Select(Documentation.Coding).OfType<CardCoding>().Select(reason => reason.Code)])));

    private async ValueTask<HookAnswer> CompleteAsync(Completion completion, AppliedPlan plan, ICardIds ids, CancellationToken cancellation) =>
        Answer(await completion.RunAsync(plan, cancellation).ConfigureAwait(false), ids);

    /// <summary>Says of everything that was not sent why it was not fetched either.</summary>
    private static FetchedData NotAllowed(AppliedPlan plan, HookRequest request)
    {
        var nothing = new FetchedData();
        foreach (var input in plan.WantedInputs.Where(input => !request.Prefetch.Child(input).Exists))
        {
            nothing.Failures[input] = Completion.NotAllowed;
        }

        return nothing;
    }

    private HookAnswer Answer(AppliedPlan plan, ICardIds ids) => plan.Actions.Count == 0 && plan.Undecided.Count > 0
        ? new HookAnswer([], [.. plan.Undecided.DistinctBy(undecided => (undecided.What, undecided.Reason)).Select(Missing)], plan)
        : new HookAnswer(new CardMaker(ids, frames).Make(plan), [], plan);

    /// <summary>What is missing, with the remedy that fits: an input can be sent, while a question that stays open is the plan's to explain.</summary>
    private Issue Missing(Undecided undecided)
    {
        var input = Description.Inputs.FirstOrDefault(input => input.Id == undecided.What);
        return input is null ? HookIssues.NotDecided.At(string.Empty, null, undecided.What, undecided.Text ?? undecided.Reason)
            : (input.Query is null ? HookIssues.OrdersNotAvailable : HookIssues.NotAvailable).At(string.Empty, null, undecided.What, undecided.Reason);
    }
}
