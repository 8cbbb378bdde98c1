using FhirMsc.Artifacts;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Json;
using FhirMsc.Publishing.Bundles;

namespace FhirMsc.Publishing.Servers;

/// <summary>
/// Publishes a catalog into a FHIR server, whatever that server can do. It reads first and writes only what differs, so that a second run writes nothing and an
/// interrupted one goes on where it was; it writes all at once if the server can (transaction, then batch), else one by one, dependencies first; and it reads back
/// what was written, since an answer of 200 is a claim. What the CapabilityStatement says about writing is not believed: some announce what they refuse.
/// </summary>
/// <param name="server">The server.</param>
/// <param name="progress">Told each artifact when it is done; <see langword="null"/> if nobody listens.</param>
public sealed class Publisher(IFhirServer server, IProgress<PublishedItem>? progress = null)
{
    private readonly Dictionary<string, PublishedItem> items = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> serverIds = new(StringComparer.Ordinal);
    private string way = "nothing to write";
    private bool mayPass;

    /// <summary>Asks the server which release it speaks.</summary>
    /// <param name="named">The release for a server that does not say; <see langword="null"/> if none was named.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>The release; <see langword="null"/> with the reason if it is none of ours, or another than the named one.</returns>
    public async Task<(FhirRelease? Release, string? Problem)> ReleaseAsync(FhirRelease? named, CancellationToken stop)
    {
        var answer = await server.CapabilitiesAsync(stop).ConfigureAwait(false);
        if (!answer.IsOk || answer.Resource.Child("fhirVersion").Text is not { } version)
        {
            return named is not null ? (named, null) : (null, $"The server does not say which FHIR version it speaks ({answer}). Name it with --release.");
        }

        // 4.0.0 and 4.3.0-cibuild are of the release that their first two numbers name.
        var release = FhirRelease.All.FirstOrDefault(one => version == one.Version || version.StartsWith(one.MimeVersion + ".", StringComparison.Ordinal) || version == one.MimeVersion);
        return release is null ? (null, $"The server speaks FHIR {version}. There are artifacts for {string.Join(", ", FhirRelease.All.Select(one => one.Version))}.")
            : named is not null && named != release ? (null, $"The server speaks FHIR {version}, so {named} is nothing for it. Leave --release out, or name another server.")
            : (release, null);
    }

    /// <summary>Publishes. Never throws for what a server does.</summary>
    /// <param name="catalog">What to publish, in the server's release.</param>
    /// <param name="isDryRun">Whether to tell what would be written and write nothing.</param>
    /// <param name="stop">Ends the work between two requests; what is written stays written, and the next run goes on from there.</param>
    public async Task<PublishReport> PublishAsync(Catalog catalog, bool isDryRun, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        var order = BundleWriter.InOrder(catalog.Artifacts);
        var due = new List<Due>();
        foreach (var artifact in order)
        {
            var state = await LookAsync(artifact, stop).ConfigureAwait(false);
            if (state.Answer is { } answer && Ends(answer))
            {
                return Report(order, $"{artifact.Reference} could not be read: {answer}");
            }

            if (state.IsSame)
            {
                Done(new PublishedItem(artifact.Reference, PublishedOutcome.Unchanged, state.ServerReference));
            }
            else
            {
                due.Add(new Due(artifact, state.ServerReference));
            }
        }

        if (isDryRun || due.Count == 0)
        {
            due.ForEach(one => Done(new PublishedItem(one.Artifact.Reference, PublishedOutcome.WouldWrite, one.ServerReference, one.ServerReference is null ? "is not there" : "differs")));
            return Report(order, null);
        }

        return Report(order, await WriteAsync(due, stop).ConfigureAwait(false));
    }

    /// <summary>Transaction, then batch, then one by one: the next is chosen by the answer to the one before.</summary>
    private async Task<string?> WriteAsync(List<Due> due, CancellationToken stop)
    {
        foreach (var kind in new[] { "transaction", "batch" })
        {
            // Ids that the server chose are known by now, or the resource would be written under ours.
            if (due.Count < 2 || due.Exists(one => one.ServerReference is not null && one.ServerReference != one.Artifact.Reference))
            {
                break;
            }

            way = kind;
            var answer = await server.SendAsync(PutBundle.Write(kind, due.Select(one => one.Artifact)), stop).ConfigureAwait(false);
            if (Ends(answer))
            {
                return $"The {kind} was not taken: {answer}";
            }

            if (answer.IsOk)
            {
                due = await VerifyAsync(due, stop).ConfigureAwait(false);
                if (due.Count == 0)
                {
                    return null;
                }
            }
        }

        way = way == "nothing to write" ? "one by one" : $"{way}, then one by one";
        foreach (var one in due)
        {
            if (await SingleAsync(one, stop).ConfigureAwait(false) is { } problem)
            {
                return problem;
            }
        }

        return await CircleAsync(due, stop).ConfigureAwait(false);
    }

    /// <summary>Where the server chose ids, resources that refer to each other in a circle get the ids of those that came after them now.</summary>
    private async Task<string?> CircleAsync(List<Due> due, CancellationToken stop)
    {
        foreach (var one in due.Where(_ => serverIds.Any(pair => pair.Key != pair.Value)))
        {
            var state = await LookAsync(one.Artifact, stop).ConfigureAwait(false);
            if (state is { IsSame: false, ServerReference: { } reference } && items.GetValueOrDefault(one.Artifact.Reference) is { IsGood: true } && await SingleAsync(one with { ServerReference = reference }, stop).ConfigureAwait(false) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    /// <summary>Reads back what was written; what is not there as it should be is due still.</summary>
    private async Task<List<Due>> VerifyAsync(List<Due> due, CancellationToken stop)
    {
        var left = new List<Due>();
        foreach (var one in due)
        {
            var state = await LookAsync(one.Artifact, stop).ConfigureAwait(false);
            if (state.IsSame)
            {
                Done(new PublishedItem(one.Artifact.Reference, one.ServerReference is null ? PublishedOutcome.Created : PublishedOutcome.Updated, state.ServerReference));
            }
            else
            {
                left.Add(one with { ServerReference = one.ServerReference });
            }
        }

        return left;
    }

    private async Task<string?> SingleAsync(Due one, CancellationToken stop)
    {
        var artifact = one.Artifact;
        var id = one.ServerReference?.Split('/')[1] ?? artifact.Id;
        var answer = await server.PutAsync(artifact.ResourceType, id, Rewriting.For(artifact, id, serverIds), stop).ConfigureAwait(false);

        // A server that gives ids itself says so with one of these; then the canonical is what the resource is known by.
        if (answer.Status is 400 or 404 or 405 or 409 or 412 or 422 or 501 && one.ServerReference is null)
        {
            var created = await server.CreateAsync(artifact, Rewriting.For(artifact, null, serverIds), ConditionalCreate.Of(artifact), stop).ConfigureAwait(false);
            answer = created.IsOk ? created : answer with { Reason = $"{answer.Reason ?? "PUT"}; POST: {created}" };
        }

        if (Ends(answer))
        {
            return $"{artifact.Reference} was not taken: {answer}";
        }

        if (!answer.IsOk)
        {
            Done(new PublishedItem(artifact.Reference, PublishedOutcome.Refused, one.ServerReference, answer.ToString()));
            return null;
        }

        var state = await LookAsync(artifact, stop).ConfigureAwait(false);
        var outcome = !state.IsSame ? PublishedOutcome.Altered : one.ServerReference is null ? PublishedOutcome.Created : PublishedOutcome.Updated;
        Done(new PublishedItem(artifact.Reference, outcome, state.ServerReference, state.IsSame ? null : state.ServerReference is null ? $"it was taken, and is not there ({state.Answer})" : $"it came back different at {state.Difference}"));
        return null;
    }

    /// <summary>Finds an artifact on the server: by our id, else by its canonical and version.</summary>
    private async Task<State> LookAsync(Artifact artifact, CancellationToken stop)
    {
        var known = serverIds.GetValueOrDefault(artifact.Reference);
        var answer = await server.ReadAsync(artifact.ResourceType, known?.Split('/')[1] ?? artifact.Id, stop).ConfigureAwait(false);
        var found = answer.IsOk ? answer.Resource : default;
        if (!found.Exists && !answer.IsDenied && !answer.MayPass)
        {
            var search = await server.SearchAsync(artifact.ResourceType, ConditionalCreate.Of(artifact), stop).ConfigureAwait(false);
            found = search.IsOk && search.Resource.Exists ? search.Resource.ChildrenNamed("entry").Select(entry => entry.Child("resource")).FirstOrDefault(resource => resource.Exists && resource.ResourceType == artifact.ResourceType && IsIt(resource, artifact)) : default;
            answer = search.IsDenied || search.MayPass ? search : answer;
        }

        if (!found.Exists)
        {
            return new State(answer, null, false, null);
        }

        var reference = $"{artifact.ResourceType}/{found.Child("id").Text}";
        serverIds[artifact.Reference] = reference;
        var difference = new SameContent(serverIds).Difference(artifact, found);
        return new State(null, reference, difference is null, difference);
    }

    /// <summary>Some servers leave out search parameters that they do not know and find everything: what they find is looked at.</summary>
    private static bool IsIt(Node found, Artifact artifact) =>
        found.Child("url").Text is { } url && artifact.Url is not null
            ? url == artifact.Url && found.Child("version").Text == artifact.Version
            : found.ChildrenNamed("identifier").Any(identifier => identifier.Child("value").Text is { } value && (value == artifact.FullUrl || value == artifact.Url));

    /// <summary>Whether there is no point in going on after an answer, now or at all.</summary>
    private bool Ends(ServerAnswer answer)
    {
        mayPass = answer.MayPass;
        return answer.IsDenied || answer.MayPass;
    }

    private void Done(PublishedItem item)
    {
        items[item.Reference] = item.ServerReference == item.Reference ? item with { ServerReference = null } : item;
        progress?.Report(items[item.Reference]);
    }

    private PublishReport Report(IReadOnlyList<Artifact> order, string? problem)
    {
        foreach (var artifact in order.Where(artifact => !items.ContainsKey(artifact.Reference)))
        {
            items[artifact.Reference] = new PublishedItem(artifact.Reference, PublishedOutcome.Refused, null, "not reached");
        }

        return new PublishReport([.. order.Select(artifact => items[artifact.Reference])], way, problem, problem is not null && mayPass);
    }

    /// <summary>An artifact that is to be written.</summary>
    private sealed record Due(Artifact Artifact, string? ServerReference);

    /// <summary>What was found of an artifact.</summary>
    private sealed record State(ServerAnswer? Answer, string? ServerReference, bool IsSame, string? Difference);
}
