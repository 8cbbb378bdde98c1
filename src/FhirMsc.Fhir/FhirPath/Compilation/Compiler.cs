using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.FhirPath.Evaluations;
using FhirMsc.Fhir.FhirPath.Expressions;
using FhirMsc.Fhir.FhirPath.Functions;
using FhirMsc.Fhir.FhirPath.Values;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.FhirPath.Compilation;

/// <summary>Turns an expression's tree into delegates over the evaluation's stack. Notes everything that can't be compiled, not only the first.</summary>
internal sealed class Compiler(FhirModel? model, bool asFiltersCollections)
{
    private static readonly Program Nothing = static _ => { };

    private readonly List<CompileException> found = [];

    public FhirModel? Model => model;

    public IReadOnlyList<CompileException> Found => found;

    /// <summary>See <see cref="FhirPathOptions.AsFiltersCollections"/>.</summary>
    public bool AsFiltersCollections => asFiltersCollections;

    /// <summary>An expression whose variables end with it: an operand, an argument.</summary>
    public Program CompileScoped(Expression expression)
    {
        var program = Compile(expression);
        if (!expression.DefinesVariables)
        {
            return program;
        }

        return run =>
        {
            var variables = run.VariableCount;
            program(run);
            run.ForgetVariables(variables);
        };
    }

    public Program Compile(Expression expression)
    {
        try
        {
            return expression switch
            {
                LiteralExpression literal => Literal(literal),
                MemberExpression member => Member(member),
                FunctionExpression function => Function(function),
                BinaryExpression binary => BinaryOperators.Build(binary, CompileScoped(binary.Left), CompileScoped(binary.Right)),
                VariableExpression variable => VariableAccess.Build(variable),
                SpecialExpression special => Special(special),
                IndexerExpression indexer => Indexer(indexer),
                PolarityExpression polarity => Polarity(polarity),
                TypeExpression type => TypeOperator(type),
                _ => throw new CompileException(FhirPathIssues.ArgumentForm, expression.Offset, "'asc' and 'desc' stand in the arguments of sort only."),
            };
        }
        catch (CompileException e)
        {
            found.Add(e);
            return Nothing;
        }
    }

    public TypeTest CompileType(TypeSpecifier type)
    {
        var system = type.Namespace is null or "System" ? SystemTypeName.Find(type.Name) : null;
        var fhir = type.Namespace is null or "FHIR" ? model?.FindType(type.Name) : null;
        var isKnown = system is not null || fhir is not null || type.Namespace == "System" || model is null;
        return isKnown && type.Namespace is null or "System" or "FHIR"
            ? new TypeTest(type.Name, system, fhir, type.Namespace == "System")
            : throw new CompileException(FhirPathIssues.UnknownType, type.Offset, type);
    }

    private static Program Literal(LiteralExpression literal)
    {
        if (literal.Value is not { } value)
        {
            return Nothing;
        }

        return run => run.Push(value);
    }

    private Program Member(MemberExpression member)
    {
        if (member.Focus is not null)
        {
            return Path(member);
        }

        var step = new Navigation(member.Name);
        if (member.Name.Length > 0 && char.IsAsciiLetterUpper(member.Name[0]))
        {
            return run =>
            {
                if (run.ThisCollection is { } collection)
                {
                    foreach (var item in collection)
                    {
                        FirstStep(run, item, step, member.Name);
                    }
                }
                else if (run.HasThis)
                {
                    FirstStep(run, run.This, step, member.Name);
                }
            };
        }

        return run =>
        {
            if (run.ThisCollection is not null)
            {
                var start = run.Top;
                run.PushThis();
                step.Step(run, start);
            }
            else if (run.HasThis)
            {
                run.Step();
                step.Children(run, run.This);
            }
        };
    }

    /// <summary>All steps of a path at once, so that nothing is put down between them.</summary>
    private Program Path(MemberExpression last)
    {
        var steps = new List<Navigation>();
        Expression? focus = last;
        while (focus is MemberExpression { Focus: not null } member)
        {
            steps.Insert(0, new Navigation(member.Name));
            focus = member.Focus;
        }

        var before = Compile(focus);
        var first = steps[0];
        var further = steps.Skip(1).ToArray();
        return run =>
        {
            var start = run.Top;
            before(run);
            first.Step(run, start, further);
        };
    }

    /// <summary>
    /// FHIRPath, Path Selection: where the first name of a path is the type of the context, or one that it derives from, it stands for the context itself.
    /// </summary>
    private static void FirstStep(Evaluation run, in Item context, Navigation step, string name)
    {
        run.Step();
        if (context.IsNode && IsNamed(run, context, name))
        {
            run.Push(context);
            return;
        }

        step.Children(run, context);
    }

    private static bool IsNamed(Evaluation run, in Item context, string name)
    {
        if (run.TypeOf(context) is not { } known)
        {
            return context.Node.Child(NameTable.Fhir.ResourceType) is { Exists: true } resource && resource.Text == name;
        }

        for (var type = known; type is not null; type = type.Base)
        {
            if (type.Name == name)
            {
                return true;
            }
        }

        return false;
    }

    private Program Function(FunctionExpression expression)
    {
        var before = expression.Focus is { } focus ? Compile(focus) : null;
        var transform = FunctionTable.Build(new FunctionCall(this, expression));
        if (before is not null)
        {
            return run =>
            {
                var start = run.Top;
                before(run);
                transform(run, start);
            };
        }

        return run =>
        {
            var start = run.Top;
            run.PushThis();
            transform(run, start);
        };
    }

    private static Program Special(SpecialExpression special) => special.Name switch
    {
        "$this" => static run => run.PushThis(),
        "$index" => static run => run.Push(Item.Of(run.Index)),
        _ => run => run.Push(run.Total ?? throw new EvaluationException(FhirPathIssues.WrongValue, special.Offset, "$total is known inside of aggregate only.")),
    };

    private Program Indexer(IndexerExpression indexer)
    {
        var focus = Compile(indexer.Focus);
        var index = CompileScoped(indexer.Index);
        return run =>
        {
            var start = run.Top;
            focus(run);
            var end = run.Top;
            index(run);
            var known = run.TryInteger(end, indexer.Offset, "The index", out var at);
            run.Drop(end);
            if (known && at >= 0 && at < end - start)
            {
                run.Replace(start, run[start + at]);
            }
            else
            {
                run.Drop(start);
            }
        };
    }

    private Program Polarity(PolarityExpression polarity)
    {
        if (polarity is { IsNegative: true, Operand: LiteralExpression { Value: { } literal } } && Arithmetic.TryNegate(literal, out var negative))
        {
            return run => run.Push(negative);
        }

        var operand = CompileScoped(polarity.Operand);
        return run =>
        {
            var start = run.Top;
            operand(run);
            Arithmetic.ApplySign(run, start, polarity.IsNegative, polarity.Offset);
        };
    }

    private Program TypeOperator(TypeExpression expression)
    {
        var operand = CompileScoped(expression.Operand);
        var type = CompileType(expression.Type);
        var transform = expression.Operator == "is" ? Types.Is(type, expression.Offset)
            : asFiltersCollections ? Types.OfType(type) : Types.As(type, expression.Offset);
        return run =>
        {
            var start = run.Top;
            operand(run);
            transform(run, start);
        };
    }
}
