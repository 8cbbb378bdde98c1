using FhirMsc.Fhir.FhirPath.Compilation;
using FhirMsc.Fhir.FhirPath.Evaluations;
using FhirMsc.Fhir.FhirPath.Expressions;

namespace FhirMsc.Fhir.FhirPath.Functions;

/// <summary>
/// FHIRPath, <c>sort</c>: by the items themselves or by one or more keys, each ascending unless it says <c>desc</c> or starts with a minus sign. The empty
/// key is lower than all others, so <c>desc</c> puts it last; the minus negates the values, and what is empty stays so and comes first. Items that compare
/// equal, or not at all, keep their order.
/// </summary>
internal static class Sorting
{
    public static Transform Sort(FunctionCall call)
    {
        var keys = new Key[call.Count];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = call.Written(i) switch
            {
                SortKeyExpression key => new(call.Compile(key.Key), key.IsDescending, EmptyIsLast: key.IsDescending),
                PolarityExpression { IsNegative: true } minus => new(call.Compile(minus.Operand), IsDescending: true, EmptyIsLast: false),
                var plain => new(call.Compile(plain), IsDescending: false, EmptyIsLast: false),
            };
        }

        return (run, start) => Sort(run, start, keys, call.Offset);
    }

    private static void Sort(Evaluation run, int start, Key[] keys, int offset)
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
                    keys[k].Program(run);
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
                var result = Compare(run, values[(a * columns) + k], values[(b * columns) + k], keys.Length > 0 ? keys[k] : default, offset);
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

    private static int Compare(Evaluation run, Item? left, Item? right, Key key, int offset) => (left, right) switch
    {
        ({ } l, { } r) => (ItemComparison.Compare(run, l, r, offset) ?? 0) * (key.IsDescending ? -1 : 1),
        (null, null) => 0,
        (null, _) => key.EmptyIsLast ? 1 : -1,
        _ => key.EmptyIsLast ? -1 : 1,
    };

    /// <summary>A key as it is written.</summary>
    private readonly record struct Key(Program Program, bool IsDescending, bool EmptyIsLast);
}
