using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Elements;
using FhirMsc.Fhir.FhirPath;
using FhirMsc.Fhir.FhirPath.Evaluations;
using FhirMsc.Fhir.FhirPath.Ports;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Validation.References;
using FhirMsc.Fhir.Validation.Schemas;
using FhirMsc.Fhir.Validation.Walks;

namespace FhirMsc.Fhir.Validation;

/// <summary>One validation at work: where it is, what it found, what it looked up. For one thread.</summary>
internal sealed class ValidationRun(SchemaStore store) : IProfilePort, IReferencePort
{
    private const int TimeCheckInterval = 1_024;

    private readonly ElementTypes types = new(store.Model);
    private readonly Dictionary<(NodeTree Tree, int Index, string Profile), (bool? Conforms, string? Why)> conformance = [];
    private readonly long startTime = store.Settings.TimeProvider.GetTimestamp();
    private ReferenceTargets? targets;
    private EvaluationContext? environment;
    private Node resource;
    private int depth;
    private int steps;
    private (Node At, string Why)? stop;

    /// <summary>Where schemas are found.</summary>
    public SchemaStore Store { get; } = store;

    /// <summary>What it goes by.</summary>
    public ValidationSettings Settings => Store.Settings;

    /// <summary>The release.</summary>
    public FhirModel Model => Store.Model;

    /// <summary>Takes what is wrong.</summary>
    public IssueSink Sink { get; } = new();

    /// <summary>Follows references.</summary>
    public ReferenceTargets Targets => targets ??= new ReferenceTargets(Settings);

    /// <summary>Items of lists at work, used like a stack.</summary>
    public List<Node> Scratch { get; } = [];

    /// <summary>The innermost resource around the value at hand: itself if it is one.</summary>
    public Node Resource
    {
        get => resource;
        set
        {
            if (value != resource)
            {
                resource = value;
                environment = null;
            }
        }
    }

    /// <summary>What FHIRPath evaluations on values of <see cref="Resource"/> may use.</summary>
    public EvaluationContext Environment => environment ??= new EvaluationContext
    {
        Resource = Resource,
        RootResource = Resource.Exists ? Resources.Container(Resource) : Resource,
        Terminology = Store.Port,
        References = this,
        Profiles = this,
        TimeProvider = Settings.TimeProvider,
    };

    /// <summary>Whether a code is in a value set.</summary>
    public Answer IsMember(CodedValue code, string valueSet) => Store.IsMember(code, valueSet);

    /// <summary>Finds what a reference leads to: contained, in the Bundle around, or wherever the port of the settings finds it.</summary>
    /// <param name="from">The place that refers.</param>
    /// <param name="reference">The reference as stated.</param>
    /// <returns>The resource; a node that does not exist if it is not at hand.</returns>
    public Node Resolve(Node from, string reference) => Targets.Find(from, reference).Node;

    /// <inheritdoc/>
    Node IReferencePort.Resolve(string reference) => Settings.References?.Resolve(reference) ?? default;

    /// <summary>The type of a node, found from its place; null if the release does not define it.</summary>
    public TypeSchema? TypeOf(Node node) => types.TypeOf(node.Tree, node.Index) is { } type ? Store.Of(type) : null;

    /// <summary>The type that a resource says it is; null if the release has none of that name.</summary>
    public TypeSchema? ResourceTypeOf(Node node) => types.ResourceTypeOf(node.Tree, node.Index) is { } type ? Store.Of(type) : null;

    /// <inheritdoc/>
    Answer? IProfilePort.ConformsTo(Node node, string profile) => Conforms(node, profile) switch
    {
        true => Answer.Yes,
        false => Answer.No,
        null => null,
    };

    /// <summary>Whether a resource or element conforms to a profile; null if the profile is not at hand.</summary>
    public bool? Conforms(Node node, string profile) => Conforms(node, profile, out _);

    /// <inheritdoc cref="Conforms(Node, string)"/>
    /// <param name="node">The resource or element.</param>
    /// <param name="profile">Canonical URL of a profile or type.</param>
    /// <param name="why">The first thing wrong, if it does not conform.</param>
    public bool? Conforms(Node node, string profile, out string? why)
    {
        var key = (node.Tree, node.Index, profile);
        if (conformance.TryGetValue(key, out var known))
        {
            why = known.Why;
            return known.Conforms;
        }

        // Whoever comes by here again meanwhile came round in a circle: what conforms so far conforms.
        conformance[key] = (true, null);
        var mark = Sink.Count;
        bool? conforms = ProfileWalk.CheckSilently(node, profile, this) ? !Sink.HasErrorSince(mark) : null;
        why = Sink.ErrorsSince(mark).FirstOrDefault();
        Sink.Drop(mark);
        conformance[key] = (conforms, why);
        return conforms;
    }

    /// <summary>Goes one level down; false if a limit is passed, which is reported once.</summary>
    public bool Enter(Node node)
    {
        if (stop is not null)
        {
            return false;
        }

        if (++depth > Settings.Limits.MaxDepth)
        {
            depth--;
            return Stop(node, $"elements, references and profiles lead more than {Settings.Limits.MaxDepth} levels into each other");
        }

        if (++steps % TimeCheckInterval == 0 && Settings.TimeProvider.GetElapsedTime(startTime) > Settings.Limits.MaxTime)
        {
            depth--;
            return Stop(node, $"it took longer than {Settings.Limits.MaxTime.TotalSeconds:0} s");
        }

        if (Sink.Count > Settings.Limits.MaxIssues)
        {
            depth--;
            return Stop(node, $"there are more than {Settings.Limits.MaxIssues} issues");
        }

        return true;
    }

    /// <summary>Comes back up.</summary>
    public void Leave() => depth--;

    /// <summary>All findings, and that it stopped early, if it did.</summary>
    public IReadOnlyList<Issue> Finish()
    {
        if (stop is { } reason)
        {
            Sink.Report(ProfileIssues.Costly, reason.At, reason.Why);
        }

        return Sink.Finish();
    }

    private bool Stop(Node node, string why)
    {
        stop = (node, why);
        return false;
    }
}
