namespace FhirMsc.Fhir.Definitions.Packing;

/// <summary>Elements in a pack: depth, last step of the path, a word of flags, and only those parts that the flags name.</summary>
internal static class ElementPacking
{
    public static void Write(PackOutput output, ElementDefinition element, ElementTrail above)
    {
        var depth = above.DepthOf(element.Path);
        var step = above.StepOf(depth, element.Path);
        var parts = PartsOf(element);
        parts |= element.Id == above.IdOf(depth, step, element.SliceName) ? ElementParts.None : ElementParts.Id;
        output.Number(depth);
        output.Text(step);
        output.Number((long)parts);
        Optional(output, parts, ElementParts.SliceName, element.SliceName);
        Optional(output, parts, ElementParts.Id, element.Id);
        if (parts.HasFlag(ElementParts.Cardinality))
        {
            output.Number(Shift(element.StatedMin));
            output.Number(Shift(element.StatedMax));
        }

        Many(output, parts, ElementParts.Types, element.Types, PackText.Of);
        Many(output, parts, ElementParts.Constraints, element.Constraints, PackText.Of);
        Many(output, parts, ElementParts.Conditions, element.Conditions, text => text);
        Many(output, parts, ElementParts.ValueAlternatives, element.ValueAlternatives, text => text);
        Optional(output, parts, ElementParts.ContentReference, element.ContentReference);
        Optional(output, parts, ElementParts.Binding, element.Binding is { } binding ? PackText.Of(binding) : null);
        Optional(output, parts, ElementParts.Slicing, element.Slicing is { } slicing ? PackText.Of(slicing) : null);
        Optional(output, parts, ElementParts.Fixed, Of(element.Fixed));
        Optional(output, parts, ElementParts.Pattern, Of(element.Pattern));
        Optional(output, parts, ElementParts.MinValue, Of(element.MinValue));
        Optional(output, parts, ElementParts.MaxValue, Of(element.MaxValue));
        Optional(output, parts, ElementParts.Base, element.Base is { } from ? PackText.Of(from) : null);
        Optional(output, parts, ElementParts.Short, element.Short);
        Number(output, parts, ElementParts.MaxLength, element.MaxLength ?? 0);
        Number(output, parts, ElementParts.Representation, (int)element.Representation);
        above.Enter(depth, element.Path, element.Id);
    }

    public static ElementDefinition Read(ref PackInput input, ElementTrail above)
    {
        var depth = input.Int();
        var step = input.Text();
        var path = above.PathOf(depth, step);
        var parts = (ElementParts)input.Number();
        var slice = Optional(ref input, parts, ElementParts.SliceName);
        var id = Optional(ref input, parts, ElementParts.Id) ?? above.IdOf(depth, step, slice);
        above.Enter(depth, path, id);
        var (min, max) = ElementCardinality.Of(parts) ?? (parts.HasFlag(ElementParts.Cardinality) ? (Unshift(input.Number()), Unshift(input.Number())) : (null, null));
        return new ElementDefinition
        {
            Path = path,
            Id = id,
            SliceName = slice,
            StatedMin = min,
            StatedMax = max,
            Types = parts.HasFlag(ElementParts.Types) ? input.Objects(PackText.Type) : [],
            Constraints = parts.HasFlag(ElementParts.Constraints) ? input.Objects(PackText.Constraint) : [],
            Conditions = parts.HasFlag(ElementParts.Conditions) ? input.Texts() : [],
            ValueAlternatives = parts.HasFlag(ElementParts.ValueAlternatives) ? input.Texts() : [],
            ContentReference = Optional(ref input, parts, ElementParts.ContentReference),
            Binding = parts.HasFlag(ElementParts.Binding) ? input.Object(PackText.Binding) : null,
            Slicing = parts.HasFlag(ElementParts.Slicing) ? input.Object(PackText.Slicing) : null,
            Fixed = parts.HasFlag(ElementParts.Fixed) ? input.Object(PackText.Value) : null,
            Pattern = parts.HasFlag(ElementParts.Pattern) ? input.Object(PackText.Value) : null,
            MinValue = parts.HasFlag(ElementParts.MinValue) ? input.Object(PackText.Value) : null,
            MaxValue = parts.HasFlag(ElementParts.MaxValue) ? input.Object(PackText.Value) : null,
            Base = parts.HasFlag(ElementParts.Base) ? input.Object(PackText.Base) : parts.HasFlag(ElementParts.OwnBase) ? new ElementBase(path, min ?? 0, max ?? int.MaxValue) : null,
            Short = Optional(ref input, parts, ElementParts.Short),
            MaxLength = parts.HasFlag(ElementParts.MaxLength) ? input.Int() : null,
            Representation = parts.HasFlag(ElementParts.Representation) ? (Representations)input.Int() : Representations.None,
            IsModifier = parts.HasFlag(ElementParts.IsModifier),
            IsSummary = parts.HasFlag(ElementParts.IsSummary),
            MustSupport = parts.HasFlag(ElementParts.MustSupport),
            MustHaveValue = parts.HasFlag(ElementParts.MustHaveValue),
            SliceIsConstraining = parts.HasFlag(ElementParts.SliceIsConstraining),
        };
    }

    private static ElementParts PartsOf(ElementDefinition element)
    {
        var ownBase = element.Base is { } from && from.Path == element.Path && from.Min == element.StatedMin && from.Max == element.StatedMax;
        return ElementCardinality.Parts(element.StatedMin, element.StatedMax)
            | If(element.Types.Count > 0, ElementParts.Types)
            | If(element.Constraints.Count > 0, ElementParts.Constraints)
            | If(element.Conditions.Count > 0, ElementParts.Conditions)
            | If(element.ValueAlternatives.Count > 0, ElementParts.ValueAlternatives)
            | If(element.ContentReference is not null, ElementParts.ContentReference)
            | If(element.Binding is not null, ElementParts.Binding)
            | If(element.Slicing is not null, ElementParts.Slicing)
            | If(element.Fixed is not null, ElementParts.Fixed)
            | If(element.Pattern is not null, ElementParts.Pattern)
            | If(element.MinValue is not null, ElementParts.MinValue)
            | If(element.MaxValue is not null, ElementParts.MaxValue)
            | If(ownBase, ElementParts.OwnBase)
            | If(element.Base is not null && !ownBase, ElementParts.Base)
            | If(element.Short is not null, ElementParts.Short)
            | If(element.MaxLength is not null, ElementParts.MaxLength)
            | If(element.Representation != Representations.None, ElementParts.Representation)
            | If(element.SliceName is not null, ElementParts.SliceName)
            | If(element.IsModifier, ElementParts.IsModifier)
            | If(element.IsSummary, ElementParts.IsSummary)
            | If(element.MustSupport, ElementParts.MustSupport)
            | If(element.MustHaveValue, ElementParts.MustHaveValue)
            | If(element.SliceIsConstraining, ElementParts.SliceIsConstraining);
    }

    private static ElementParts If(bool condition, ElementParts part) => condition ? part : ElementParts.None;

    private static string? Of(ElementValue? value) => value is null ? null : PackText.Of(value);

    private static long Shift(int? number) => number is { } n ? n + 1L : 0;

    private static int? Unshift(long number) => number == 0 ? null : (int)(number - 1);

    private static void Optional(PackOutput output, ElementParts parts, ElementParts part, string? text)
    {
        if (parts.HasFlag(part))
        {
            output.Text(text!);
        }
    }

    private static string? Optional(ref PackInput input, ElementParts parts, ElementParts part) => parts.HasFlag(part) ? input.Text() : null;

    private static void Number(PackOutput output, ElementParts parts, ElementParts part, int number)
    {
        if (parts.HasFlag(part))
        {
            output.Number(number);
        }
    }

    private static void Many<T>(PackOutput output, ElementParts parts, ElementParts part, IReadOnlyList<T> items, Func<T, string> spell)
    {
        if (parts.HasFlag(part))
        {
            output.Texts([.. items.Select(spell)]);
        }
    }
}
