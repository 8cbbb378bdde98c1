using FhirMsc.Fhir.FhirPath.Compilation;
using FhirMsc.Fhir.FhirPath.Evaluations;
using FhirMsc.Fhir.FhirPath.Expressions;

namespace FhirMsc.Fhir.FhirPath.Functions;

/// <summary>
/// FHIRPath, <c>sort</c>: by the items themselves or by one or more keys, each ascending unless it says <c>desc</c> or starts with a minus sign. Items
/// without a key come first in ascending order; items that compare equal, or not at all, keep their order.
/// </summary>
internal static class Sorting
{
    public static Transform Sort(FunctionCall call)
    {
        var keys = new (Program Key, bool IsDescending)[call.Count];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = call.Written(i) switch
            {
                SortKeyExpression key => (call.Compile(key.Key), key.IsDescending),
                PolarityExpression { IsNegative: true } minus => (call.Compile(minus.Operand), true),
                var plain => (call.Compile(plain), false),
            };
        }

        return (run, start) => Sort(run, start, keys, call.Offset);
    }

    private static void Sort(Evaluation run, int start, (Program Key, bool IsDescending)[] keys, int offset)
    {
        var items = run.Copy(start);
        if (items.Length < 2)
        {
            return;
        }

        var columns = Math.Max(1, keys.Length);
        var values = new Item?[items.Length * columns];
        var before = Iteration.Begin(run);
        for (var i = 0; i < items.Length; i++)
        {
            run.Step();
            run.This = items[i];
            run.Index = i;
            for (var k = 0; k < columns; k++)
            {
                var top = run.Top;
                if (keys.Length == 0)
                {
                    run.Push(items[i]);
                }
                else
                {
                    keys[k].Key(run);
                }

                values[(i * columns) + k] = run.TryValue(top, offset, "A key of sort()", out var value) ? value : null;
                run.Drop(top);
            }
        }

        before.End();
        var order = Enumerable.Range(0, items.Length).ToArray();
        Array.Sort(order, (a, b) =>
        {
            for (var k = 0; k < columns; k++)
            {
                run.Step();
                var result = Compare(run, values[(a * columns) + k], values[(b * columns) + k], offset);
                if (result != 0)
                {
                    return keys.Length > 0 && keys[k].IsDescending ? -result : result;
                }
            }

            return a.CompareTo(b);
        });
        run.Drop(start);
        foreach (var at in order)
        {
            run.Push(items[at]);
        }
    }

    private static int Compare(Evaluation run, Item? left, Item? right, int offset) => (left, right) switch
    {
        ({ } l, { } r) => ItemComparison.Compare(run, l, r, offset) ?? 0,
        (null, null) => 0,
        (null, _) => -1,
        _ => 1,
    };
}
