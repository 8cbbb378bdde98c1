using FhirMsc.Content.Tracing;

namespace FhirMsc.Content.Logic;

/// <summary>What decision support asks of the data: all of it is here and none in code.</summary>
public sealed record DecisionLogic : ITraceable
{
    /// <inheritdoc/>
    public required Origin Origin { get; init; }

    /// <summary>The data that criteria read.</summary>
    public required IReadOnlyList<DataInput> Inputs { get; init; }

    /// <summary>The criteria, in the order of the content.</summary>
    public required IReadOnlyList<Criterion> Criteria { get; init; }

    /// <summary>The criteria that some criteria need, themselves included: each after those it reads.</summary>
    /// <param name="criteria">Ids of criteria; unknown ones are passed over.</param>
    public IReadOnlyList<Criterion> Needed(IEnumerable<string> criteria)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        var needed = new List<Criterion>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in criteria)
            Add(id);
        return needed;

        void Add(string id)
        {
            if (!seen.Add(id) || Criteria.FirstOrDefault(criterion => criterion.Id == id) is not { } criterion)
                return;
            foreach (var read in criterion.ReadsCriteria)
                Add(read);
            needed.Add(criterion);
        }
    }

    /// <summary>The inputs that some criteria need, directly or through other criteria, in the order of the content.</summary>
    /// <param name="criteria">Ids of criteria; unknown ones are passed over.</param>
    public IReadOnlyList<DataInput> InputsOf(IEnumerable<string> criteria)
    {
        var read = Needed(criteria).SelectMany(criterion => criterion.ReadsInputs).ToHashSet(StringComparer.Ordinal);
        return [.. Inputs.Where(input => read.Contains(input.Id))];
    }
}
