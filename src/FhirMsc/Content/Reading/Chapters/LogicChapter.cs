using FhirMsc.Content.Logic;
using FhirMsc.Content.Reading.Maps;
using FhirMsc.Content.Vocabulary;

namespace FhirMsc.Content.Reading.Chapters;

/// <summary>Inputs and criteria.</summary>
internal static class LogicChapter
{
    /// <summary>Reads the chapter.</summary>
    /// <param name="map">The map.</param>
    /// <param name="terminology">Where queries take codes from.</param>
    public static DecisionLogic Logic(MapReader map, Terminology terminology)
    {
        var inputs = map.Maps("inputs", "input", input => Input(input, terminology));
        var criteria = map.Maps("criteria", "criterion", Criterion);
        var inputIds = inputs.Select(input => input.Id).ToHashSet(StringComparer.Ordinal);
        var criterionIds = criteria.Select(criterion => criterion.Id).ToHashSet(StringComparer.Ordinal);
        return new()
        {
            Origin = map.Ours(),
            Inputs = inputs,
            Criteria = [.. criteria.Select(criterion => Resolved(criterion, inputIds, criterionIds))],
        };
    }

    private static Criterion Resolved(Criterion criterion, HashSet<string> inputs, HashSet<string> criteria)
    {
        var read = FhirPathVariables.In(criterion.Expression + "\n" + criterion.ExpressionR5);
        return criterion with
        {
            ReadsInputs = [.. read.Where(inputs.Contains)],
            ReadsCriteria = [.. read.Where(name => !inputs.Contains(name) && criteria.Contains(name))],
        };
    }

    private static DataInput Input(MapReader map, Terminology terminology)
    {
        var query = map.OptionalText("query");
        var input = new DataInput
        {
            Origin = map.Ours(),
            Id = map.Text("id", Forms.IsVariable, ContentIssues.BadVariable),
            Description = map.Text("description"),
            Types = map.Texts("types", Forms.IsResourceType, ContentIssues.BadResourceType, required: true),
            From = map.Choice<InputSource>("from", InputSource.Query),
            Query = query is null ? null : QueryCodes.Fill(query, terminology),
            ValueSets = QueryCodes.In(query ?? string.Empty),
            Required = map.Flag("required"),
            Unavailable = map.Text("unavailable"),
        };
        if (map.Exists && input.Query is null == (input.From == InputSource.Query))
            map.Report.Add(input.Query is null ? ContentIssues.MissingQuery : ContentIssues.QueryForOrders, map.Path, input.Id);
        return input;
    }

    private static Criterion Criterion(MapReader map) => new()
    {
        Origin = map.Ours(),
        Id = map.Text("id", Forms.IsVariable, ContentIssues.BadVariable),
        Gives = map.Choice<CriterionResult>("gives", CriterionResult.Boolean),
        Meaning = map.Text("meaning"),
        Expression = map.Text("expression"),
        ExpressionR5 = map.OptionalText("expressionR5"),
        CannotTell = map.Text("cannotTell"),
        IsSetting = map.Flag("setting", absent: false),
        ReadsInputs = [],
        ReadsCriteria = [],
    };
}
