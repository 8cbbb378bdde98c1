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
        if (Has(parts, ElementParts.Cardinality))
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
        var slice = Has(parts, ElementParts.SliceName) ? input.Text() : null;
        var id = Has(parts, ElementParts.Id) ? input.Text() : slice is null && above.IsPlain(depth) ? path : above.IdOf(depth, step, slice);
        above.Enter(depth, path, id);
        int? min = null, max = null;
        if (!ElementCardinality.TryFind(parts, ref min, ref max) && Has(parts, ElementParts.Cardinality))
        {
            (min, max) = (Unshift(input.Number()), Unshift(input.Number()));
        }

        return new ElementDefinition
        {
            Path = path,
            Id = id,
            SliceName = slice,
            StatedMin = min,
            StatedMax = max,
            Types = Has(parts, ElementParts.Types) ? input.Objects(PackText.Type) : [],
            Constraints = Has(parts, ElementParts.Constraints) ? input.Objects(PackText.Constraint) : [],
            Conditions = Has(parts, ElementParts.Conditions) ? input.Texts() : [],
            ValueAlternatives = Has(parts, ElementParts.ValueAlternatives) ? input.Texts() : [],
            ContentReference = Has(parts, ElementParts.ContentReference) ? input.Text() : null,
            Binding = Has(parts, ElementParts.Binding) ? input.Object(PackText.Binding) : null,
            Slicing = Has(parts, ElementParts.Slicing) ? input.Object(PackText.Slicing) : null,
            Fixed = Has(parts, ElementParts.Fixed) ? input.Object(PackText.Value) : null,
            Pattern = Has(parts, ElementParts.Pattern) ? input.Object(PackText.Value) : null,
            MinValue = Has(parts, ElementParts.MinValue) ? input.Object(PackText.Value) : null,
            MaxValue = Has(parts, ElementParts.MaxValue) ? input.Object(PackText.Value) : null,
            Base = Has(parts, ElementParts.Base) ? input.Object(PackText.Base) : Has(parts, ElementParts.OwnBase) ? new ElementBase(path, min ?? 0, max ?? int.MaxValue) : null,
            Short = Has(parts, ElementParts.Short) ? input.Text() : null,
            MaxLength = Has(parts, ElementParts.MaxLength) ? input.Int() : null,
            Representation = Has(parts, ElementParts.Representation) ? (Representations)input.Int() : Representations.None,
            IsModifier = Has(parts, ElementParts.IsModifier),
            IsSummary = Has(parts, ElementParts.IsSummary),
            MustSupport = Has(parts, ElementParts.MustSupport),
            MustHaveValue = Has(parts, ElementParts.MustHaveValue),
            SliceIsConstraining = Has(parts, ElementParts.SliceIsConstraining),
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

    private static bool Has(ElementParts parts, ElementParts part) => (parts & part) != 0;

    private static ElementParts If(bool condition, ElementParts part) => condition ? part : ElementParts.None;

    private static string? Of(ElementValue? value) => value is null ? null : PackText.Of(value);

    private static long Shift(int? number) => number is { } n ? n + 1L : 0;

    private static int? Unshift(long number) => number == 0 ? null : (int)(number - 1);

    private static void Optional(PackOutput output, ElementParts parts, ElementParts part, string? text)
    {
        if (Has(parts, part))
        {
            output.Text(text!);
        }
    }

    private static void Number(PackOutput output, ElementParts parts, ElementParts part, int number)
    {
        if (Has(parts, part))
        {
            output.Number(number);
        }
    }

    private static void Many<T>(PackOutput output, ElementParts parts, ElementParts part, IReadOnlyList<T> items, Func<T, string> spell)
    {
        if (Has(parts, part))
        {
            output.Texts([.. items.Select(spell)]);
        }
    }
}
