using System.Runtime.CompilerServices;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Elements;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.FhirPath.Evaluations;

/// <summary>
/// One evaluation at work. All collections lie on one stack of items: an expression pushes its items, a function takes those from a start to the top and
/// puts its own in their place, so that nothing is allocated on the way. For one thread at a time; used again for the next evaluation.
/// </summary>
internal sealed class Evaluation
{
    private const int TimeCheckInterval = 4_096;
    private const int KeptStackSize = 4_096;

    private readonly Variables variables = new();
    private readonly List<string> unavailable = [];
    private readonly List<string> untold = [];
    private Item[] stack = new Item[64];
    private long steps;
    private long nextTimeCheck;
    private long? startTime;
    private DateTimeOffset? now;

    public Evaluation(FhirModel? model) => Types = model is null ? null : new ElementTypes(model);

    /// <summary>The finder of types; null without a model.</summary>
    public ElementTypes? Types { get; }

    public EvaluationContext Context { get; private set; } = EvaluationContext.Default;

    /// <summary>One past the last item on the stack.</summary>
    public int Top { get; private set; }

    /// <summary><c>$this</c>, if <see cref="HasThis"/>.</summary>
    public Item This { get; set; }

    public bool HasThis { get; set; }

    /// <summary><c>$this</c> where it is a whole collection, for the value of <c>defineVariable</c>; null otherwise.</summary>
    public Item[]? ThisCollection { get; set; }

    /// <summary><c>$index</c>; 0 outside of any iteration (FHIRPath, Special variables).</summary>
    public int Index { get; set; }

    /// <summary><c>$total</c>; null outside of <c>aggregate</c>.</summary>
    public Item[]? Total { get; set; }

    /// <summary><c>%context</c>: where the evaluation started.</summary>
    public Item Start { get; private set; }

    public bool HasStart { get; private set; }

    public int VariableCount => variables.Count;

    /// <summary>The moment the evaluation takes for now.</summary>
    public DateTimeOffset Now => now ??= Context.TimeProvider.GetLocalNow();

    public IReadOnlyList<string> Unavailable => unavailable;

    public IReadOnlyList<string> Untold => untold;

    public ref Item this[int index] => ref stack[index];

    public void Begin(EvaluationContext context, Item? start)
    {
        Context = context;
        HasStart = start.HasValue;
        Start = start ?? default;
        This = Start;
        HasThis = HasStart;
        ThisCollection = null;
        Index = 0;
        steps = 0;
        nextTimeCheck = TimeCheckInterval;
        startTime = null;
    }

    /// <summary>Forgets everything of the last evaluation, so that no resource stays alive because of it.</summary>
    public void End()
    {
        if (stack.Length > KeptStackSize)
        {
            stack = new Item[64];
        }

        // What was used lies together from the start; behind it nothing has been put since the last time.
        for (var i = 0; i < stack.Length && stack[i].IsSet; i++)
        {
            stack[i] = default;
        }

        Top = 0;
        Start = This = default;
        Total = null;
        ThisCollection = null;
        now = null;
        variables.ForgetFrom(0);
        unavailable.Clear();
        untold.Clear();
        Context = EvaluationContext.Default;
        Types?.SetRoot(null, 0, null);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Push(in Item item)
    {
        if (Top == stack.Length)
        {
            Grow();
        }

        stack[Top++] = item;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void PushNode(NodeTree tree, int index, TypeDefinition? type)
    {
        if (Top == stack.Length)
        {
            Grow();
        }

        stack[Top++] = new Item(tree, index, type);
    }

    public void PushThis()
    {
        if (ThisCollection is not null)
        {
            Push(ThisCollection);
        }
        else if (HasThis)
        {
            Push(This);
        }
    }

    public void Push(ReadOnlySpan<Item> items)
    {
        while (stack.Length - Top < items.Length)
        {
            Grow();
        }

        items.CopyTo(stack.AsSpan(Top));
        Top += items.Length;
    }

    public int CountFrom(int start) => Top - start;

    public ReadOnlySpan<Item> From(int start) => stack.AsSpan(start, Top - start);

    public Span<Item> Range(int start, int end) => stack.AsSpan(start, end - start);

    public Item[] Copy(int start) => Top == start ? [] : stack.AsSpan(start, Top - start).ToArray();

    /// <summary>Takes everything from a place on off the stack.</summary>
    public void Drop(int start) => Top = start;

    /// <summary>Puts what lies from <paramref name="from"/> on in the place that starts at <paramref name="start"/>.</summary>
    public void MoveDown(int start, int from)
    {
        if (start != from)
        {
            stack.AsSpan(from, Top - from).CopyTo(stack.AsSpan(start));
            Top = start + (Top - from);
        }
    }

    public void Replace(int start, in Item item)
    {
        Top = start;
        Push(item);
    }

    public void Replace(int start, bool value) => Replace(start, Item.Of(value));

    public void Replace(int start, bool? value)
    {
        Top = start;
        if (value is { } known)
        {
            Push(Item.Of(known));
        }
    }

    /// <summary>Counts work, and stops the evaluation when it is too much.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step(int count = 1)
    {
        steps += count;
        if (steps >= nextTimeCheck)
        {
            CheckLimits();
        }
    }

    public void Define(string name, Item[] items) => variables.Define(name, items);

    public bool TryGetDefined(string name, out Item[] items) => variables.TryGet(name, out items);

    public void ForgetVariables(int count)
    {
        if (variables.Count > count)
        {
            variables.ForgetFrom(count);
        }
    }

    public void NoteUnavailable(string name)
    {
        if (!unavailable.Contains(name))
        {
            unavailable.Add(name);
        }
    }

    public void NoteUntold(string question)
    {
        if (untold.Count < 100 && !untold.Contains(question))
        {
            untold.Add(question);
        }
    }

    /// <summary>The type of a node, found now if it was not known.</summary>
    public TypeDefinition? TypeOf(in Item item) => item.KnownType ?? Types?.TypeOf(item.Tree, item.Index);

    private void Grow()
    {
        if (stack.Length >= Context.Limits.MaxItems)
        {
            throw new EvaluationException(FhirPathIssues.Costly, -1, $"its collections hold more than {Context.Limits.MaxItems} items");
        }

        Array.Resize(ref stack, stack.Length * 2);
    }

    private void CheckLimits()
    {
        nextTimeCheck = steps + TimeCheckInterval;
        if (steps > Context.Limits.MaxSteps)
        {
            throw new EvaluationException(FhirPathIssues.Costly, -1, $"it looked at more than {Context.Limits.MaxSteps} items");
        }

        // The clock starts with the first check: what never gets that far needs none.
        startTime ??= Context.TimeProvider.GetTimestamp();
        if (Context.TimeProvider.GetElapsedTime(startTime.Value) > Context.Limits.MaxTime)
        {
            throw new EvaluationException(FhirPathIssues.Costly, -1, $"it took longer than {Context.Limits.MaxTime.TotalSeconds:0.###} s");
        }
    }
}
