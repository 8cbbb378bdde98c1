using FhirMsc.Fhir.FhirPath.Compilation;
using FhirMsc.Fhir.FhirPath.Evaluations;
using FhirMsc.Fhir.FhirPath.Expressions;

namespace FhirMsc.Fhir.FhirPath.Functions;

/// <summary>
/// FHIRPath, <c>sort</c>: by the items themselves or by one or more keys, each ascending unless it says <c>desc</c> or starts with a minus sign. Items
/// without a key come first, whatever the direction; items that compare equal, or not at all, keep their order.
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
        MergeSort(order, new int[items.Length], (a, b) =>
        {
            for (var k = 0; k < columns; k++)
            {
                run.Step();
                var result = Compare(run, values[(a * columns) + k], values[(b * columns) + k], keys.Length > 0 && keys[k].IsDescending, offset);
                if (result != 0)
                {
                    return result;
                }
            }

            return 0;
        });
        run.Drop(start);
        foreach (var at in order)
        {
            run.Push(items[at]);
        }
    }

    /// <summary>A stable sort. Those of the base library wrap what the comparison throws.</summary>
    private static void MergeSort(Span<int> items, Span<int> room, Comparison<int> compare)
    {
        if (items.Length < 2)
        {
            return;
        }

        var middle = items.Length / 2;
        MergeSort(items[..middle], room, compare);
        MergeSort(items[middle..], room, compare);
        items.CopyTo(room);
        for (int at = 0, left = 0, right = middle; at < items.Length; at++)
        {
            var takeLeft = left < middle && (right >= items.Length || compare(room[left], room[right]) <= 0);
            items[at] = takeLeft ? room[left++] : room[right++];
        }
    }

    private static int Compare(Evaluation run, Item? left, Item? right, bool isDescending, int offset) => (left, right) switch
    {
        ({ } l, { } r) => (ItemComparison.Compare(run, l, r, offset) ?? 0) * (isDescending ? -1 : 1),
        (null, null) => 0,
        (null, _) => -1,
        _ => 1,
    };
}
