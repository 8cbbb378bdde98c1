using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.FhirPath;

/// <summary>What came of an evaluation: a collection, or the issue that ended it; and what could not be told on the way.</summary>
public sealed class EvaluationResult
{
    private readonly ResultItems items;

    // What most expressions of plans come to. Nothing of it belongs to one evaluation, so that one object will do.
    private static readonly EvaluationResult True = new([Item.Of(true)], null, [], [], null, default);
    private static readonly EvaluationResult False = new([Item.Of(false)], null, [], [], null, default);
    private static readonly EvaluationResult Empty = new([], null, [], [], null, default);

    /// <param name="items">The collection.</param>
    /// <param name="issue">What ended the evaluation.</param>
    /// <param name="unavailable">Variables that were used and are not available.</param>
    /// <param name="untold">Questions without an answer.</param>
    /// <param name="model">Gives the nodes among the items their types.</param>
    /// <param name="root">Where the evaluation started, if its type was stated.</param>
    internal EvaluationResult(Item[] items, Issue? issue, IReadOnlyList<string> unavailable, IReadOnlyList<string> untold, FhirModel? model, in Item root)
    {
        this.items = new ResultItems(items, model, root);
        Issue = issue;
        UnavailableVariables = unavailable;
        Untold = untold;
    }

    /// <summary>The result of an evaluation that came to its end, where it is a single Boolean or empty and everything that was asked could be told.</summary>
    internal static EvaluationResult? Plain(Evaluations.Evaluation run) =>
        run.Unavailable.Count > 0 || run.Untold.Count > 0 ? null : run.CountFrom(0) switch
        {
            0 => Empty,
            1 when run[0].Kind == ItemKind.Boolean => run[0].BooleanValue ? True : False,
            _ => null,
        };

    /// <summary>The collection; empty after an error.</summary>
    public IReadOnlyList<Item> Items => items;

    /// <summary>What ended the evaluation; <see langword="null"/> if it came to its end.</summary>
    public Issue? Issue { get; }

    /// <summary>Whether the evaluation came to its end.</summary>
    public bool IsOk => Issue is null;

    /// <summary>
    /// Names of the variables that were used and are <see cref="VariableValue.NotAvailable"/>, each once. Where there are any, the collection is what the
    /// expression gives for empty ones, and whoever needs to know must say that it can't be told.
    /// </summary>
    public IReadOnlyList<string> UnavailableVariables { get; }

    /// <summary>Questions that a port answered with "cannot tell", or that there was no port for, in words: <c>memberOf(http://…)</c>. Each once.</summary>
    public IReadOnlyList<string> Untold { get; }

    /// <summary>Whether everything that was asked could be told.</summary>
    public bool IsCertain => IsOk && UnavailableVariables.Count == 0 && Untold.Count == 0;

    /// <summary>The collection as the value of a variable.</summary>
    public VariableValue ToVariable() => VariableValue.Of(items);

    /// <summary>
    /// The collection as a Boolean (FHIRPath, Singleton Evaluation of Collections): a single Boolean is itself, any other single item is true.
    /// </summary>
    /// <returns>The Boolean; <see langword="null"/> for the empty collection, for more than one item, and after an error.</returns>
    public bool? ToBoolean() => items.Count != 1 ? null : items[0].AsBoolean() ?? true;
}
