using System.Text.RegularExpressions;
using FhirMsc.Artifacts.Naming;
using FhirMsc.Artifacts.Writing;
using FhirMsc.Content.Logic;

namespace FhirMsc.Artifacts.Plans;

/// <summary>The part of the decision logic that one plan needs: criteria with all those they read, each after those it reads, and the inputs.</summary>
internal sealed partial class PlanLogic
{
    private readonly Frame frame;

    /// <summary>Collects what is needed.</summary>
    /// <param name="frame">The guideline and the release.</param>
    /// <param name="ids">Ids of the criteria that the plan names itself.</param>
    public PlanLogic(Frame frame, IEnumerable<string> ids)
    {
        this.frame = frame;
        var named = ids.ToList();
        Criteria = frame.Guideline.Logic.Needed(named);
        Inputs = frame.Guideline.Logic.InputsOf(named);
    }

    /// <summary>All criteria of the guideline.</summary>
    public static PlanLogic Whole(Frame frame) => new(frame, frame.Guideline.Logic.Criteria.Select(criterion => criterion.Id));

    /// <summary>The criteria needed.</summary>
    public IReadOnlyList<Criterion> Criteria { get; }

    /// <summary>The inputs needed.</summary>
    public IReadOnlyList<DataInput> Inputs { get; }

    /// <summary>Ids of the value sets that the criteria ask for.</summary>
    public IEnumerable<string> ValueSets => Criteria.SelectMany(criterion => ValueSetPlace().Matches(frame.Forms.Expression(criterion)).Select(match => match.Groups[1].Value)).Distinct();

    /// <summary>The criteria as <c>variable</c> extensions of the plan.</summary>
    public IEnumerable<Element> Variables() => Criteria.Select(criterion => new Element(criterion.Origin)
    {
        { "url", ExtensionUrls.Variable },
        {
            "valueExpression",
            new Element
            {
                { "extension", [Extension.Of(OwnExtensions.CannotTell, "valueString", criterion.CannotTell), Extension.Of(OwnExtensions.SiteSetting, "valueBoolean", criterion.IsSetting ? true : null)] },
                { "description", criterion.Meaning },
                { "name", criterion.Id },
                { "language", "text/fhirpath" },
                { "expression", Expression(criterion) },
            }
        },
    });

    /// <summary>The expression of a criterion, value sets named by canonical and version.</summary>
    public string Expression(Criterion criterion) =>
        ValueSetPlace().Replace(frame.Forms.Expression(criterion), match => frame.ValueSet(match.Groups[1].Value)).Trim();

    /// <summary>The inputs as <c>DataRequirement</c>s, one for each type. The variable of an input is the part of the id before the first hyphen.</summary>
    public IEnumerable<Element> DataRequirements() => Inputs.SelectMany(input => input.Types.Select((type, i) => new Element(input.Origin)
    {
        { "id", i == 0 ? input.Id : $"{input.Id}-{type.ToLowerInvariant()}" },
        {
            "extension",
            [
                Extension.Of(ExtensionUrls.FhirQueryPattern, "valueString", input.Query),
                Extension.Of(OwnExtensions.RequiredInput, "valueBoolean", input.Required ? true : null),
                Extension.Of(OwnExtensions.CannotTell, "valueString", input.Unavailable),
            ]
        },
        { "type", type },
        { "codeFilter", input.ValueSets.Select(id => CodeFilter(input, id)) },
    }));

    /// <summary>A condition that a criterion holds. When it can't be told the expression is empty, which is not true.</summary>
    public Element Holds(string id)
    {
        var criterion = Criterion(id);
        return Condition(Truth(criterion), criterion.Meaning, criterion);
    }

    /// <summary>A condition that a criterion does not hold. When it can't be told the condition is met, so that nothing is kept silent.</summary>
    public Element DoesNotHold(string id)
    {
        var criterion = Criterion(id);
        var expression = criterion.Gives == CriterionResult.Boolean ? $"%{criterion.Id}.where($this).empty()" : $"%{criterion.Id}.empty()";
        return Condition(expression, $"Not known to be so: {criterion.Meaning}", criterion);
    }

    /// <summary>A FHIRPath expression that is true when a criterion holds.</summary>
    public string Truth(string id) => Truth(Criterion(id));

    private static string Truth(Criterion criterion) => criterion.Gives == CriterionResult.Boolean ? $"%{criterion.Id}" : $"%{criterion.Id}.exists()";

    private static Element Condition(string expression, string meaning, Criterion criterion) => new(criterion.Origin)
    {
        { "kind", "applicability" },
        { "expression", Datatypes.Expression(expression, meaning) },
    };

    private Element CodeFilter(DataInput input, string valueSet) => new()
    {
        { "searchParam", CodeParameter().Match(input.Query ?? string.Empty) is { Success: true } match ? match.Groups[1].Value : "code" },
        { "valueSet", frame.ValueSet(valueSet) },
    };

    private Criterion Criterion(string id) => Criteria.First(criterion => criterion.Id == id);

    [GeneratedRegex(@"\{vs:([A-Za-z0-9\-.]+)\}")]
    private static partial Regex ValueSetPlace();

    /// <summary>The search parameter whose value is a list of <c>system|code</c>.</summary>
    [GeneratedRegex(@"[?&]([A-Za-z\-]+)=[^&]*\|")]
    private static partial Regex CodeParameter();
}
