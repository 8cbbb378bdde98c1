using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.FhirPath;

/// <summary>What came of an evaluation: a collection, or the issue that ended it; and what could not be told on the way.</summary>
public sealed class EvaluationResult
{
    private readonly ResultItems items;

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
