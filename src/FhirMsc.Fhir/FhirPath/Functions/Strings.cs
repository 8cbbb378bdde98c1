using FhirMsc.Fhir.FhirPath.Compilation;
using FhirMsc.Fhir.FhirPath.Evaluations;
using FhirMsc.Fhir.FhirPath.Values;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.FhirPath.Functions;

/// <summary>FHIRPath, String Manipulation. Positions and lengths are in characters, which are Unicode scalar values; see <see cref="Characters"/>.</summary>
internal static class Strings
{
    public static Transform IndexOf(FunctionCall call) => WithText(call, static (text, part) => Item.Of(Characters.IndexOf(text, text.IndexOf(part, StringComparison.Ordinal))));

    public static Transform LastIndexOf(FunctionCall call) =>
        WithText(call, static (text, part) => Item.Of(Characters.IndexOf(text, part.Length == 0 ? text.Length : text.LastIndexOf(part, StringComparison.Ordinal))));

    public static Transform StartsWith(FunctionCall call) => WithText(call, static (text, part) => Item.Of(text.StartsWith(part, StringComparison.Ordinal)));

    public static Transform EndsWith(FunctionCall call) => WithText(call, static (text, part) => Item.Of(text.EndsWith(part, StringComparison.Ordinal)));

    public static Transform Contains(FunctionCall call) => WithText(call, static (text, part) => Item.Of(text.Contains(part, StringComparison.Ordinal)));

    public static Transform Upper(FunctionCall call) => Plain(call, static text => Item.Of(text.ToUpperInvariant()));

    public static Transform Lower(FunctionCall call) => Plain(call, static text => Item.Of(text.ToLowerInvariant()));

    public static Transform Length(FunctionCall call) => Plain(call, static text => Item.Of(Characters.Count(text)));

    public static Transform Trim(FunctionCall call) => Plain(call, static text => Item.Of(text.Trim(' ', '\t', '\r', '\n')));

    public static Transform Substring(FunctionCall call)
    {
        var from = call.Argument(0);
        var length = call.Optional(1);
        return (run, start) =>
        {
            var known = run.TryString(start, call.Offset, "substring()", out var text);
            run.Drop(start);
            from(run);
            known &= run.TryInteger(start, call.Offset, "substring()", out var at);
            run.Drop(start);
            var rest = int.MaxValue;
            if (length is not null)
            {
                // An empty length is as good as none.
                length(run);
                rest = run.TryInteger(start, call.Offset, "substring()", out var wanted) ? wanted : int.MaxValue;
                run.Drop(start);
            }

            if (known && Characters.Substring(text, at, rest) is { } part)
            {
                run.Push(Item.Of(part));
            }
        };
    }

    public static Transform Replace(FunctionCall call) => WithTexts(call, static (run, text, pattern, substitution) =>
    {
        var count = pattern.Length == 0 ? text.Length + 1L : text.Length / pattern.Length;
        if (text.Length + (count * substitution.Length) > run.Context.Limits.MaxStringLength)
        {
            throw new EvaluationException(FhirPathIssues.Costly, -1, $"a string might get longer than {run.Context.Limits.MaxStringLength} characters");
        }

        // An empty pattern stands between all characters and at both ends.
        return pattern.Length == 0
            ? substitution + string.Concat(Characters.Split(text).Select(c => c + substitution))
            : text.Replace(pattern, substitution, StringComparison.Ordinal);
    });

    public static Transform ToChars(FunctionCall call) => (run, start) =>
    {
        var known = run.TryString(start, call.Offset, "toChars()", out var text);
        run.Drop(start);
        foreach (var character in known ? Characters.Split(text) : [])
        {
            run.Push(Item.Of(character));
        }
    };

    public static Transform Split(FunctionCall call)
    {
        var separator = call.Argument(0);
        return (run, start) =>
        {
            var known = run.TryString(start, call.Offset, "split()", out var text);
            run.Drop(start);
            separator(run);
            known &= run.TryString(start, call.Offset, "split()", out var at);
            run.Drop(start);
            if (!known)
            {
                return;
            }

            foreach (var part in at.Length == 0 ? Characters.Split(text) : text.Split(at))
            {
                run.Push(Item.Of(part));
            }
        };
    }

    public static Transform Join(FunctionCall call)
    {
        var separator = call.Optional(0);
        return (run, start) =>
        {
            var end = run.Top;
            var between = string.Empty;
            if (separator is not null)
            {
                separator(run);
                between = run.TryString(end, call.Offset, "join()", out var text) ? text : string.Empty;
                run.Drop(end);
            }

            var parts = new List<string>();
            long length = 0;
            for (var i = start; i < end; i++)
            {
                run.Push(run[i]);
                if (run.TryString(end, call.Offset, "join()", out var part))
                {
                    parts.Add(part);
                    length += part.Length + between.Length;
                }

                run.Drop(end);
            }

            if (length > run.Context.Limits.MaxStringLength)
            {
                throw new EvaluationException(FhirPathIssues.Costly, -1, $"a string got longer than {run.Context.Limits.MaxStringLength} characters");
            }

            run.Drop(start);
            if (end > start)
            {
                run.Push(Item.Of(string.Join(between, parts)));
            }
        };
    }

    /// <summary>A function of the input alone.</summary>
    public static Transform Plain(FunctionCall call, Func<string, Item?> apply)
    {
        var what = $"{call.Name}()";
        return (run, start) =>
        {
            var known = run.TryString(start, call.Offset, what, out var text);
            run.Drop(start);
            if (known && apply(text) is { } result)
            {
                run.Push(result);
            }
        };
    }

    /// <summary>A function of the input and one string.</summary>
    public static Transform WithText(FunctionCall call, Func<string, string, Item?> apply)
    {
        var argument = call.Argument(0);
        var what = $"{call.Name}()";
        return (run, start) =>
        {
            var known = run.TryString(start, call.Offset, what, out var text);
            run.Drop(start);
            argument(run);
            known &= run.TryString(start, call.Offset, what, out var part);
            run.Drop(start);
            if (known && apply(text, part) is { } result)
            {
                run.Push(result);
            }
        };
    }

    /// <summary>A function of the input and two strings.</summary>
    public static Transform WithTexts(FunctionCall call, Func<Evaluation, string, string, string, string> apply)
    {
        var first = call.Argument(0);
        var second = call.Argument(1);
        var what = $"{call.Name}()";
        return (run, start) =>
        {
            var known = run.TryString(start, call.Offset, what, out var text);
            run.Drop(start);
            first(run);
            known &= run.TryString(start, call.Offset, what, out var a);
            run.Drop(start);
            second(run);
            known &= run.TryString(start, call.Offset, what, out var b);
            run.Drop(start);
            if (known)
            {
                run.Push(Item.Of(apply(run, text, a, b)));
            }
        };
    }
}
