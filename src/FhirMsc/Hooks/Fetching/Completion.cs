using FhirMsc.Decisions;
using FhirMsc.Decisions.Records;
using FhirMsc.Fhir.Json;
using FhirMsc.Hooks.Prefetch;
using FhirMsc.Hooks.Requests;

namespace FhirMsc.Hooks.Fetching;

/// <summary>
/// Completes what the client sent from its FHIR server ("it is the CDS Service's responsibility to check what was satisfied and to query the rest"). Driven by the
/// decision: only what an open answer depends on is fetched, so that nothing is asked for a patient whom the plan does not concern.
/// </summary>
internal sealed class Completion(HookRequest request, IReadOnlyList<PlanInput> inputs, IFhirSource source, FhirAccess access, Func<PatientData, AppliedPlan> apply)
{
    public const string NotAllowed = "the request has no prefetch under this key, and its FHIR server is not among those that this service may ask";
    public const string Late = "the FHIR server did not answer in time";

    private readonly FetchedData fetched = new();
    private readonly PageReader pages = new(source, access);

    /// <summary>Applies the plan, fetches what it missed, and applies it again, until nothing is missing or nothing more can be had.</summary>
    public async Task<AppliedPlan> RunAsync(AppliedPlan first, CancellationToken cancellation)
    {
        var plan = first;
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        time.CancelAfter(source.Limits.Time);
        using var slots = new SemaphoreSlim(source.Limits.Parallel);
        for (var round = 0; round < source.Limits.Rounds; round++)
        {
            var work = Wanted(plan).ToList();
            if (work.Count == 0)
            {
                break;
            }

            await Task.WhenAll(work.Select(one => RunAsync(one, slots, time.Token))).ConfigureAwait(false);
            cancellation.ThrowIfCancellationRequested();
            plan = apply(PatientDataReader.Read(request, inputs, fetched));
        }

        return plan;
    }

    private static async Task RunAsync(Func<CancellationToken, Task> work, SemaphoreSlim slots, CancellationToken time)
    {
        try
        {
            await slots.WaitAsync(time).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await work(new CancellationToken(canceled: true)).ConfigureAwait(false);
            return;
        }

        try
        {
            await work(time).ConfigureAwait(false);
        }
        finally
        {
            slots.Release();
        }
    }

    private IEnumerable<Func<CancellationToken, Task>> Wanted(AppliedPlan plan)
    {
        foreach (var id in plan.WantedInputs)
        {
            if (Start(id) is { } url)
            {
                yield return time => FetchInputAsync(id, url, time);
            }
        }

        foreach (var reference in plan.WantedReferences.Take(source.Limits.References - fetched.References.Count))
        {
            if (!fetched.References.ContainsKey(reference) && Address(reference) is { } url)
            {
                // Noted at once, so that nothing is asked for twice, not even what can't be had.
                fetched.References[reference] = default;
                yield return time => FetchReferenceAsync(reference, url, time);
            }
        }
    }

    /// <summary>Where fetching an input starts: at the second page of what was sent, or with the whole query; nowhere if the client said that it failed itself.</summary>
    private Uri? Start(string id)
    {
        if (fetched.Pages.ContainsKey(id) || fetched.Failures.ContainsKey(id) || inputs.FirstOrDefault(input => input.Id == id)?.Query is not { } query)
        {
            return null;
        }

        var sent = request.Prefetch.Exists ? request.Prefetch.Child(id) : default;
        switch (NodeShapes.OfMember(sent))
        {
            case NodeShape.Missing:
                return TemplateQuery.Fill(query, request, access.Server);
            case NodeShape.Object when sent.ResourceType == "Bundle" && PageReader.Next(sent) is { } next:
                var url = pages.Follow(access.Server, next);
                if (url is null)
                {
                    fetched.Failures[id] = PageReader.Elsewhere;
                }

                return url;
            default:
                return null;
        }
    }

    private async Task FetchInputAsync(string id, Uri url, CancellationToken time)
    {
        IReadOnlyList<Node> read;
        string? failure;
        try
        {
            (read, failure) = await pages.ReadAsync(url, time).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            (read, failure) = ([], Late);
        }

        lock (fetched)
        {
            if (failure is null)
            {
                fetched.Pages[id] = read;
            }
            else
            {
                fetched.Failures[id] = failure;
            }
        }
    }

    private async Task FetchReferenceAsync(string reference, Uri url, CancellationToken time)
    {
        try
        {
            var found = await source.GetAsync(url, access, time).ConfigureAwait(false);
            if (found.Failure is null && IsMeant(found.Resource, url))
            {
                lock (fetched)
                {
                    fetched.References[reference] = found.Resource;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // What was not had in time stays untold, and the answer says so.
        }
    }

    /// <summary>A server that answers with another resource than the one asked for is not believed.</summary>
    private static bool IsMeant(Node resource, Uri url) =>
        ReferenceText.Parse(url.AbsolutePath.TrimStart('/')) is { } asked && resource.ResourceType == asked.Type && NodeShapes.Text(resource, "id") == asked.Id;

    /// <summary>The address of a reference: below the client's FHIR server, or nowhere.</summary>
    private Uri? Address(string reference)
    {
        var root = access.Server.AbsoluteUri.TrimEnd('/') + "/";
        var isAbsolute = Uri.TryCreate(reference, UriKind.Absolute, out var url) && url.Scheme is "http" or "https";
        if (ReferenceText.Parse(reference) is not { } parsed || (isAbsolute && !reference.StartsWith(root, StringComparison.Ordinal)))
        {
            return null;
        }

        return Uri.TryCreate($"{root}{parsed.Type}/{Uri.EscapeDataString(parsed.Id)}", UriKind.Absolute, out var address) ? address : null;
    }
}
