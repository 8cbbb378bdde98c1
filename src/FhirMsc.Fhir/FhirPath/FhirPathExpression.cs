using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Elements;
using FhirMsc.Fhir.FhirPath.Checking;
using FhirMsc.Fhir.FhirPath.Compilation;
using FhirMsc.Fhir.FhirPath.Evaluations;
using FhirMsc.Fhir.FhirPath.Expressions;
using FhirMsc.Fhir.FhirPath.Syntax;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.FhirPath;

/// <summary>
/// A compiled FHIRPath expression (http://hl7.org/fhirpath/N1, with the functions of the later trial-use releases and those of FHIR). Immutable and safe to
/// share between threads; compile once, evaluate often.
/// </summary>
public sealed class FhirPathExpression
{
    private readonly Expression expression;
    private readonly Program program;
    private readonly FhirModel? model;
    private readonly string? source;
    private Evaluation? spare;
    private IReadOnlyList<string>? holdsWithout;

    private FhirPathExpression(string text, Expression expression, Program program, FhirPathOptions options)
    {
        Text = text;
        this.expression = expression;
        this.program = program;
        model = options.Model;
        source = options.Source;
    }

    /// <summary>The text it was compiled from.</summary>
    public string Text { get; }

    /// <summary>Names of the environment variables that it uses, without the percent sign, each once.</summary>
    public IReadOnlyList<string> Variables => VariableUse.In(expression);

    /// <summary>Whether its outermost operation can give nothing but a Boolean, or nothing; false where that can't be seen from the expression alone.</summary>
    public bool GivesBoolean => BooleanForm.Is(expression);

    /// <summary>Compiles a text. Never throws on a wrong one: the issues say what is wrong, where, and what was expected.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="options">Model and mode; <see cref="FhirPathOptions.Untyped"/> if <see langword="null"/>.</param>
    public static FhirPathCompilation Compile(string text, FhirPathOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        options ??= FhirPathOptions.Untyped;
        if (text.Length > options.MaxLength)
        {
            return new FhirPathCompilation(null, [FhirPathIssues.TooLarge.At(string.Empty, TextPosition.Of(text, 0, options.Source), $"{options.MaxLength} characters")]);
        }

        Expression expression;
        try
        {
            expression = Parser.Parse(text, options.MaxDepth);
        }
        catch (SyntaxException e)
        {
            return new FhirPathCompilation(null, [e.Kind.At(string.Empty, TextPosition.Of(text, e.Offset, options.Source), e.Arguments)]);
        }

        var compiler = new Compiler(options.Model, options.AsFiltersCollections);
        var program = compiler.CompileScoped(expression);
        var issues = compiler.Found.Select(e => e.Kind.At(string.Empty, TextPosition.Of(text, e.Offset, options.Source), e.Arguments)).ToList();
        if (issues.Count == 0 && options is { Strict: true, Model: { } model })
        {
            var checker = new TypeChecker(model);
            checker.Check(expression, options.ContextType);
            issues.AddRange(checker.Found.Select(e => e.Kind.At(string.Empty, TextPosition.Of(text, e.Offset, options.Source), e.Arguments)));
        }

        return new FhirPathCompilation(issues.Count == 0 ? new FhirPathExpression(text, expression, program, options) : null, issues);
    }

    /// <summary>Evaluates the expression on a node.</summary>
    /// <param name="context">Where to start: a resource, or an element of one.</param>
    /// <param name="environment">Variables, clock, ports and limits; <see cref="EvaluationContext.Default"/> if <see langword="null"/>.</param>
    public EvaluationResult Evaluate(Node context, EvaluationContext? environment = null) => Evaluate(context.Exists ? Item.Of(context) : null, environment, null);

    /// <summary>Evaluates the expression on an element.</summary>
    /// <param name="context">Where to start; its type is used, so that it may be a part of a resource on its own.</param>
    /// <param name="environment">Variables, clock, ports and limits; <see cref="EvaluationContext.Default"/> if <see langword="null"/>.</param>
    public EvaluationResult Evaluate(Element context, EvaluationContext? environment = null) => Evaluate(context.Exists ? Item.Of(context) : null, environment, context.Type);

    /// <summary>Evaluates the expression on any item, or on nothing.</summary>
    /// <param name="context">Where to start; <see langword="null"/> for nothing.</param>
    /// <param name="environment">Variables, clock, ports and limits; <see cref="EvaluationContext.Default"/> if <see langword="null"/>.</param>
    public EvaluationResult Evaluate(Item? context, EvaluationContext? environment = null) => Evaluate(context, environment, null);

    /// <summary>Evaluates the expression on a node and takes the result as a Boolean; see <see cref="EvaluationResult.ToBoolean"/>.</summary>
    public bool? EvaluateBoolean(Node context, EvaluationContext? environment = null) => Evaluate(context, environment).ToBoolean();

    /// <summary>Names of children of the starting point, any one of which being absent makes the expression true or empty.</summary>
    internal IReadOnlyList<string> HoldsWithout => holdsWithout ??= Vacuity.Of(expression);

    /// <summary>
    /// Evaluates the expression as an invariant, without making a result: whether it holds, and whether everything that was asked could be told. Only a
    /// false breaks an invariant: the empty collection says that what it speaks of is not there.
    /// </summary>
    /// <param name="node">Where to start.</param>
    /// <param name="type">Its type.</param>
    /// <param name="environment">Variables, clock, ports and limits.</param>
    /// <returns><see langword="null"/> if the evaluation ended in an error.</returns>
    internal (bool? Truth, bool IsCertain) Test(Node node, TypeDefinition type, EvaluationContext environment)
    {
        var run = Interlocked.Exchange(ref spare, null) ?? new Evaluation(model);
        run.Begin(environment, new Item(node.Tree, node.Index, type));
        run.Types?.SetRoot(node.Tree, node.Index, type);
        bool? truth = null;
        try
        {
            program(run);
            truth = run.CountFrom(0) != 1 || (run[0].AsBoolean() ?? true);
        }
        catch (Exception e) when (e is EvaluationException or InsufficientExecutionStackException)
        {
            // Said by the null; what was wrong is for those who evaluate the expression by itself.
        }

        var isCertain = run.Unavailable.Count == 0 && run.Untold.Count == 0;
        run.End();
        Volatile.Write(ref spare, run);
        return (truth, isCertain);
    }

    /// <summary>The expression as it was understood: with the parentheses it needs and no others. Compiling it gives the same expression.</summary>
    public override string ToString() => expression.ToString();

    private EvaluationResult Evaluate(Item? context, EvaluationContext? environment, TypeDefinition? type)
    {
        var run = Interlocked.Exchange(ref spare, null) ?? new Evaluation(model);
        run.Begin(environment ?? EvaluationContext.Default, context);
        if (type is not null && context is { } start)
        {
            run.Types?.SetRoot(start.Tree, start.Index, type);
        }

        Issue? issue = null;
        Item[] items = [];
        EvaluationResult? plain = null;
        try
        {
            program(run);
            plain = EvaluationResult.Plain(run);
            items = plain is null ? run.Copy(0) : [];
        }
        catch (EvaluationException e)
        {
            issue = e.Kind.At(string.Empty, e.Offset < 0 ? null : TextPosition.Of(Text, e.Offset, source), e.Arguments);
        }
        catch (InsufficientExecutionStackException)
        {
            issue = FhirPathIssues.Costly.At(string.Empty, null, "it is nested too deep");
        }

        var result = plain ?? new EvaluationResult(items, issue, run.Unavailable.Count == 0 ? [] : [.. run.Unavailable], run.Untold.Count == 0 ? [] : [.. run.Untold], model, type is null ? default : context!.Value);
        run.End();
        Volatile.Write(ref spare, run);
        return result;
    }
}
