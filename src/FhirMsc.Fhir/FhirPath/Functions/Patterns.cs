using System.Text.RegularExpressions;
using FhirMsc.Fhir.FhirPath.Compilation;
using FhirMsc.Fhir.FhirPath.Evaluations;
using FhirMsc.Fhir.FhirPath.Expressions;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.FhirPath.Functions;

/// <summary>
/// FHIRPath, <c>matches</c>, <c>matchesFull</c> and <c>replaceMatches</c>: case-sensitive, the point matches line ends, no culture. Patterns run without
/// backtracking where they can; the others are stopped when they take too long.
/// </summary>
internal static partial class Patterns
{
    private const int MaxPatternLength = 10_000;
    private const RegexOptions Basic = RegexOptions.Singleline | RegexOptions.CultureInvariant;

    public static Transform Matches(FunctionCall call, bool full)
    {
        var pattern = Pattern(call, full, flagsAt: 1);
        return (run, start) =>
        {
            var known = run.TryString(start, call.Offset, $"{call.Name}()", out var text);
            run.Drop(start);
            var regex = pattern(run);
            if (known && regex is not null)
            {
                run.Push(Item.Of(Run(call, () => regex.IsMatch(text))));
            }
        };
    }

    public static Transform ReplaceMatches(FunctionCall call)
    {
        var pattern = Pattern(call, full: false, flagsAt: 2);
        var substitution = call.Argument(1);
        return (run, start) =>
        {
            var known = run.TryString(start, call.Offset, "replaceMatches()", out var text);
            run.Drop(start);
            var regex = pattern(run);
            substitution(run);
            known &= run.TryString(start, call.Offset, "replaceMatches()", out var by);
            run.Drop(start);
            if (known && regex is not null)
            {
                // An empty pattern matches everywhere and means nothing: the text stays as it is.
                run.Push(Item.Of(regex.ToString().Length == 0 ? text : Replace(run, call, regex, text, by)));
            }
        };
    }

    private static string Replace(Evaluation run, FunctionCall call, Regex regex, string text, string by)
    {
        long length = text.Length;
        return Run(call, () => regex.Replace(text, match =>
        {
            var part = match.Result(by);
            length += part.Length;
            return length <= run.Context.Limits.MaxStringLength
                ? part
                : throw new EvaluationException(FhirPathIssues.Costly, -1, $"a string got longer than {run.Context.Limits.MaxStringLength} characters");
        }));
    }

    /// <summary>The pattern of a call: made once if it is a literal, and else for every evaluation.</summary>
    private static Func<Evaluation, Regex?> Pattern(FunctionCall call, bool full, int flagsAt)
    {
        var flags = call.Optional(flagsAt);
        if (flags is null && call.Written(0) is LiteralExpression { Value: { Kind: ItemKind.String } literal })
        {
            // Made when it is first needed; a wrong pattern is an error of the evaluation.
            Regex? made = null;
            return run => made ??= Make(call, literal.StringValue, full, RegexOptions.None, run.Context.Limits.MaxMatchTime);
        }

        var pattern = call.Argument(0);
        return run =>
        {
            var top = run.Top;
            pattern(run);
            var known = run.TryString(top, call.Offset, $"{call.Name}()", out var text);
            run.Drop(top);
            var options = RegexOptions.None;
            if (flags is not null)
            {
                flags(run);
                options = Options(call, run.TryString(top, call.Offset, $"{call.Name}()", out var letters) ? letters : string.Empty);
                run.Drop(top);
            }

            return known ? Make(call, text, full, options, run.Context.Limits.MaxMatchTime) : null;
        };
    }

    /// <summary>The flags that FHIRPath knows: <c>i</c> ignores case, <c>m</c> lets the anchors match at line ends.</summary>
    private static RegexOptions Options(FunctionCall call, string letters)
    {
        var options = RegexOptions.None;
        foreach (var letter in letters)
        {
            options |= letter switch
            {
                'i' => RegexOptions.IgnoreCase,
                'm' => RegexOptions.Multiline,
                _ => throw new EvaluationException(FhirPathIssues.WrongValue, call.Offset, $"'{letter}' is no flag of {call.Name}(). The flags are i (ignore case) and m (anchors at line ends)."),
            };
        }

        return options;
    }

    private static Regex Make(FunctionCall call, string pattern, bool full, RegexOptions options, TimeSpan limit)
    {
        if (pattern.Length > MaxPatternLength)
        {
            throw new EvaluationException(FhirPathIssues.WrongValue, call.Offset, $"The pattern is longer than {MaxPatternLength} characters.");
        }

        // Other engines let a character stand for itself behind a reverse solidus even if it needs none; R5's exp-2 has "\_", which .NET refuses.
        pattern = pattern.Contains(@"\_", StringComparison.Ordinal) ? Escape().Replace(pattern, escape => escape.Value == @"\_" ? "_" : escape.Value) : pattern;
        var text = full ? $@"\A(?:{pattern})\z" : pattern;
        options |= Basic;
        try
        {
            return new Regex(text, options | RegexOptions.NonBacktracking, limit);
        }
        catch (NotSupportedException)
        {
            // Look-around, back references and atomic groups need backtracking, and so do patterns that would make too large an automaton.
            return new Regex(text, options, limit);
        }
        catch (ArgumentException e)
        {
            throw new EvaluationException(FhirPathIssues.WrongValue, call.Offset, e is RegexParseException parse
                ? $"The pattern is not a regular expression ({parse.Error} at {parse.Offset})."
                : "The pattern is not a regular expression.");
        }
    }

    private static T Run<T>(FunctionCall call, Func<T> match)
    {
        try
        {
            return match();
        }
        catch (RegexMatchTimeoutException)
        {
            throw new EvaluationException(FhirPathIssues.Costly, call.Offset, "the pattern takes too long to match");
        }
    }

    [GeneratedRegex(@"\\.", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
