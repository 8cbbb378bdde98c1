using FhirMsc.Fhir.FhirPath;
using FhirMsc.Fhir.FhirPath.Ports;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Validation.Questionnaires;

/// <summary>
/// Whether an item is enabled by the answers that are there (https://hl7.org/fhir/R4/questionnaire-definitions.html#Questionnaire.item.enableWhen).
/// </summary>
internal sealed class Enablement(Node response, Form form, ValidationRun run)
{
    /// <summary>Extensions that hold the condition as an expression: the one of Structured Data Capture, and the one of Finland's PHR, which is older.</summary>
    private static readonly string[] Expressions =
    [
        "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression",
        "http://phr.kanta.fi/StructureDefinition/fiphr-ext-questionnaire-enablewhen",
    ];

    private readonly HashSet<FormItem> asked = new(ReferenceEqualityComparer.Instance);

    /// <summary>Whether an item is enabled.</summary>
    /// <param name="item">The item.</param>
    /// <param name="from">Where it stands in the response, or would stand: answers near this place count first.</param>
    public Answer IsEnabled(FormItem item, Node from)
    {
        if (item.Parent is { } parent && IsEnabled(parent, from) is var outer and not Answer.Yes)
        {
            return outer;
        }

        if (Array.Find(Expressions, url => ChoiceValue.OfExtension(item.Node, url).Exists) is { } extension)
        {
            return Evaluate(ChoiceValue.OfExtension(item.Node, extension));
        }

        // Conditions in a circle tell nothing.
        if (!asked.Add(item))
        {
            return Answer.CannotTell;
        }

        var conditions = item.Node.ChildrenNamed("enableWhen").Select(condition => Holds(condition, from)).ToList();
        asked.Remove(item);
        if (conditions.Count == 0)
        {
            return Answer.Yes;
        }

        // que-12: with more than one condition the behavior is stated; one alone is any and all at once.
        var (decides, otherwise) = item.Node.Child("enableBehavior").Text == "any" ? (Answer.Yes, Answer.No) : (Answer.No, Answer.Yes);
        return conditions.Contains(decides) ? decides : conditions.Contains(Answer.CannotTell) ? Answer.CannotTell : otherwise;
    }

    /// <summary>A FHIRPath is evaluated on the response, with <c>%resource</c> and <c>%questionnaire</c>; what needs more, or is in another language, can't be told.</summary>
    private Answer Evaluate(ChoiceValue condition)
    {
        var text = condition.Type == "Expression" ? condition.Node.Child("language").Text == "text/fhirpath" ? condition.Node.Child("expression").Text : null : condition.Node.Text;
        if (text is null || FhirPathExpression.Compile(text, new FhirPathOptions { Model = run.Model }).Expression is not { } expression)
        {
            return Answer.CannotTell;
        }

        var result = expression.Evaluate(response, new EvaluationContext
        {
            Resource = response,
            TimeProvider = run.Settings.TimeProvider,
            Variables = new Dictionary<string, VariableValue> { ["questionnaire"] = VariableValue.Of([form.Node]) },
        });
        return result.IsCertain ? Of(result.ToBoolean() ?? false) : Answer.CannotTell;
    }

    private Answer Holds(Node condition, Node from)
    {
        if (condition.Child("question").Text is not { } question || form.ByLinkId.GetValueOrDefault(question) is not { } item || condition.Child("operator").Text is not { } operation)
        {
            return Answer.CannotTell;
        }

        if (IsEnabled(item, from) is var enabled and not Answer.Yes)
        {
            // The answers of a question that is not enabled don't count.
            return enabled == Answer.CannotTell ? Answer.CannotTell : Holds(operation, ChoiceValue.Of(condition, "answer"), []);
        }

        return Holds(operation, ChoiceValue.Of(condition, "answer"), Answers(question, from));
    }

    /// <summary>The meaning of the operators (https://hl7.org/fhir/R4/valueset-questionnaire-enable-operator.html).</summary>
    private static Answer Holds(string operation, ChoiceValue wanted, List<ChoiceValue> answers) => operation switch
    {
        "exists" => Of(wanted.Node.Exists ? answers.Count > 0 == (wanted.Node.Text == "true") : null),
        "=" => Any(answers, answer => AnswerComparison.AreEqual(answer, wanted)),
        "!=" => Any(answers, answer => AnswerComparison.AreEqual(answer, wanted)) switch { Answer.Yes => Answer.No, Answer.No => Answer.Yes, _ => Answer.CannotTell },
        ">" => Any(answers, answer => AnswerComparison.Order(answer, wanted) is { } order ? order > 0 : null),
        "<" => Any(answers, answer => AnswerComparison.Order(answer, wanted) is { } order ? order < 0 : null),
        ">=" => Any(answers, answer => AnswerComparison.Order(answer, wanted) is { } order ? order >= 0 : null),
        "<=" => Any(answers, answer => AnswerComparison.Order(answer, wanted) is { } order ? order <= 0 : null),
        _ => Answer.CannotTell,
    };

    private static Answer Of(bool? value) => value switch { true => Answer.Yes, false => Answer.No, null => Answer.CannotTell };

    private static Answer Any(List<ChoiceValue> answers, Func<ChoiceValue, bool?> test)
    {
        var results = answers.ConvertAll(answer => test(answer));
        return results.Contains(true) ? Answer.Yes : results.Contains(null) ? Answer.CannotTell : Answer.No;
    }

    /// <summary>The answers to a question: those in the smallest part of the response around the place that has any item for it, so that each repetition of a group sees its own.</summary>
    private static List<ChoiceValue> Answers(string question, Node from)
    {
        for (var at = from; at.Exists; at = at.Parent)
        {
            var items = ItemsFor(question, at).ToList();
            if (items.Count > 0)
            {
                return [.. items.SelectMany(item => item.ChildrenNamed("answer")).Select(answer => ChoiceValue.Of(answer, "value")).Where(value => value.Exists)];
            }

            if (at.ResourceType is not null)
            {
                break;
            }
        }

        return [];
    }

    private static IEnumerable<Node> ItemsFor(string question, Node around)
    {
        if (around.Name == "item" && around.Child("linkId").Text == question)
        {
            yield return around;
        }

        foreach (var below in around.ChildrenNamed("item").Concat(around.ChildrenNamed("answer")).SelectMany(child => ItemsFor(question, child)))
        {
            yield return below;
        }
    }
}
