using System.Collections.Frozen;
using FhirMsc.Fhir.FhirPath.Compilation;
using FhirMsc.Fhir.FhirPath.Evaluations;
using FhirMsc.Fhir.Issues;
using In = FhirMsc.Fhir.FhirPath.Functions.FunctionInput;
using Out = FhirMsc.Fhir.FhirPath.Functions.FunctionOutput;

namespace FhirMsc.Fhir.FhirPath.Functions;

/// <summary>The whole function library, in the order of the specification: name, least and most arguments, input, output, builder.</summary>
internal static class FunctionTable
{
    private static readonly FunctionDefinition[] Functions =
    [
        // Existence
        new("empty", 0, 0, In.Any, Out.Boolean, Existence.Empty),
        new("exists", 0, 1, In.Any, Out.Boolean, Existence.Exists),
        new("all", 1, 1, In.Any, Out.Boolean, Existence.All),
        new("allTrue", 0, 0, In.Any, Out.Boolean, call => Existence.Booleans(call, all: true, wanted: true)),
        new("anyTrue", 0, 0, In.Any, Out.Boolean, call => Existence.Booleans(call, all: false, wanted: true)),
        new("allFalse", 0, 0, In.Any, Out.Boolean, call => Existence.Booleans(call, all: true, wanted: false)),
        new("anyFalse", 0, 0, In.Any, Out.Boolean, call => Existence.Booleans(call, all: false, wanted: false)),
        new("subsetOf", 1, 1, In.Any, Out.Boolean, Existence.SubsetOf),
        new("supersetOf", 1, 1, In.Any, Out.Boolean, Existence.SupersetOf),
        new("count", 0, 0, In.Any, Out.Integer, Existence.Count),
        new("distinct", 0, 0, In.Any, Out.Input, Existence.Distinct),
        new("isDistinct", 0, 0, In.Any, Out.Boolean, Existence.IsDistinct),

        // Filtering and projection
        new("where", 1, 1, In.Any, Out.Input, Filtering.Where),
        new("select", 1, 1, In.Any, Out.Projection, Filtering.Select),
        new("repeat", 1, 1, In.Any, Out.Unknown, Filtering.Repeat),
        new("repeatAll", 1, 1, In.Any, Out.Unknown, Filtering.RepeatAll),
        new("ofType", 1, 1, In.Any, Out.NamedType, Types.OfType),
        new("sort", 0, int.MaxValue, In.Any, Out.Input, Sorting.Sort),

        // Subsetting
        new("single", 0, 0, In.Any, Out.InputItem, Subsetting.Single),
        new("first", 0, 0, In.Any, Out.InputItem, Subsetting.First),
        new("last", 0, 0, In.Any, Out.InputItem, Subsetting.Last),
        new("tail", 0, 0, In.Any, Out.Input, Subsetting.Tail),
        new("skip", 1, 1, In.Any, Out.Input, Subsetting.Skip),
        new("take", 1, 1, In.Any, Out.Input, Subsetting.Take),
        new("intersect", 1, 1, In.Any, Out.Input, Subsetting.Intersect),
        new("exclude", 1, 1, In.Any, Out.Input, Subsetting.Exclude),

        // Combining
        new("union", 1, 1, In.Any, Out.Union, Combining.Union),
        new("combine", 1, 2, In.Any, Out.Union, Combining.Combine),
        new("coalesce", 1, int.MaxValue, In.Any, Out.Unknown, Combining.Coalesce),

        // Conversion
        new("iif", 2, 3, In.Any, Out.Unknown, Conversion.Iif),
        new("toBoolean", 0, 0, In.Any, Out.Boolean, call => Conversion.To(call, Converters.ToBoolean)),
        new("convertsToBoolean", 0, 0, In.Any, Out.Boolean, call => Conversion.ConvertsTo(call, Converters.ToBoolean)),
        new("toInteger", 0, 0, In.Any, Out.Integer, call => Conversion.To(call, Converters.ToInteger)),
        new("convertsToInteger", 0, 0, In.Any, Out.Boolean, call => Conversion.ConvertsTo(call, Converters.ToInteger)),
        new("toLong", 0, 0, In.Any, Out.Integer, call => Conversion.To(call, Converters.ToLong)),
        new("convertsToLong", 0, 0, In.Any, Out.Boolean, call => Conversion.ConvertsTo(call, Converters.ToLong)),
        new("toDate", 0, 1, In.Any, Out.Date, call => TemporalConversion.To(call, Elements.TemporalKind.Date)),
        new("convertsToDate", 0, 1, In.Any, Out.Boolean, call => TemporalConversion.ConvertsTo(call, Elements.TemporalKind.Date)),
        new("toDateTime", 0, 1, In.Any, Out.DateTime, call => TemporalConversion.To(call, Elements.TemporalKind.DateTime)),
        new("convertsToDateTime", 0, 1, In.Any, Out.Boolean, call => TemporalConversion.ConvertsTo(call, Elements.TemporalKind.DateTime)),
        new("toTime", 0, 0, In.Any, Out.Time, call => Conversion.To(call, Converters.ToTime)),
        new("convertsToTime", 0, 0, In.Any, Out.Boolean, call => Conversion.ConvertsTo(call, Converters.ToTime)),
        new("toDecimal", 0, 0, In.Any, Out.Decimal, call => Conversion.To(call, Converters.ToDecimal)),
        new("convertsToDecimal", 0, 0, In.Any, Out.Boolean, call => Conversion.ConvertsTo(call, Converters.ToDecimal)),
        new("toQuantity", 0, 1, In.Any, Out.Quantity, Conversion.ToQuantity),
        new("convertsToQuantity", 0, 1, In.Any, Out.Boolean, Conversion.ConvertsToQuantity),
        new("toString", 0, 0, In.Any, Out.String, call => Conversion.To(call, Converters.ToText)),
        new("convertsToString", 0, 0, In.Any, Out.Boolean, call => Conversion.ConvertsTo(call, Converters.ToText)),

        // String manipulation
        new("indexOf", 1, 1, In.String, Out.Integer, Strings.IndexOf),
        new("lastIndexOf", 1, 1, In.String, Out.Integer, Strings.LastIndexOf),
        new("substring", 1, 2, In.String, Out.String, Strings.Substring),
        new("startsWith", 1, 1, In.String, Out.Boolean, Strings.StartsWith),
        new("endsWith", 1, 1, In.String, Out.Boolean, Strings.EndsWith),
        new("contains", 1, 1, In.String, Out.Boolean, Strings.Contains),
        new("upper", 0, 0, In.String, Out.String, Strings.Upper),
        new("lower", 0, 0, In.String, Out.String, Strings.Lower),
        new("replace", 2, 2, In.String, Out.String, Strings.Replace),
        new("matches", 1, 2, In.String, Out.Boolean, call => Patterns.Matches(call, full: false)),
        new("matchesFull", 1, 2, In.String, Out.Boolean, call => Patterns.Matches(call, full: true)),
        new("replaceMatches", 2, 3, In.String, Out.String, Patterns.ReplaceMatches),
        new("length", 0, 0, In.String, Out.Integer, Strings.Length),
        new("toChars", 0, 0, In.String, Out.Strings, Strings.ToChars),
        new("trim", 0, 0, In.String, Out.String, Strings.Trim),
        new("split", 1, 1, In.String, Out.Strings, Strings.Split),
        new("join", 0, 1, In.Any, Out.String, Strings.Join),
        new("encode", 1, 1, In.String, Out.String, Encodings.Encode),
        new("decode", 1, 1, In.String, Out.String, Encodings.Decode),
        new("escape", 1, 1, In.String, Out.String, Encodings.Escape),
        new("unescape", 1, 1, In.String, Out.String, Encodings.Unescape),

        // Math
        new("abs", 0, 0, In.Number, Out.InputItem, call => Mathematics.Of(call, Mathematics.Abs)),
        new("ceiling", 0, 0, In.Number, Out.Integer, call => Mathematics.Of(call, Mathematics.Ceiling)),
        new("exp", 0, 0, In.Number, Out.Decimal, call => Mathematics.Of(call, Mathematics.Exp)),
        new("floor", 0, 0, In.Number, Out.Integer, call => Mathematics.Of(call, Mathematics.Floor)),
        new("ln", 0, 0, In.Number, Out.Decimal, call => Mathematics.Of(call, Mathematics.Ln)),
        new("log", 1, 1, In.Number, Out.Decimal, Mathematics.Log),
        new("power", 1, 1, In.Number, Out.Unknown, Mathematics.Power),
        new("round", 0, 1, In.Number, Out.Decimal, Mathematics.Round),
        new("sqrt", 0, 0, In.Number, Out.Decimal, call => Mathematics.Of(call, Mathematics.Sqrt)),
        new("truncate", 0, 0, In.Number, Out.Integer, call => Mathematics.Of(call, Mathematics.Truncate)),

        // Tree navigation
        new("children", 0, 0, In.Any, Out.Unknown, Trees.Children),
        new("descendants", 0, 0, In.Any, Out.Unknown, Trees.Descendants),

        // Utility functions
        new("trace", 1, 2, In.Any, Out.Input, Utilities.Trace),
        new("pathname", 0, 1, In.Any, Out.Strings, Paths.Pathname),
        new("now", 0, 0, In.Any, Out.DateTime, Utilities.Now),
        new("timeOfDay", 0, 0, In.Any, Out.Time, Utilities.TimeOfDay),
        new("today", 0, 0, In.Any, Out.Date, Utilities.Today),
        new("defineVariable", 1, 2, In.Any, Out.Input, Utilities.DefineVariable),
        new("lowBoundary", 0, 1, In.Any, Out.InputItem, call => Boundaries.Boundary(call, high: false)),
        new("highBoundary", 0, 1, In.Any, Out.InputItem, call => Boundaries.Boundary(call, high: true)),
        new("precision", 0, 0, In.Any, Out.Integer, Boundaries.Precision),
        new("comparable", 1, 1, In.Any, Out.Boolean, Boundaries.Comparable),
        new("yearOf", 0, 0, In.Any, Out.Integer, call => Components.Of(call, value => value.Kind == Elements.TemporalKind.Time ? null : value.Year)),
        new("monthOf", 0, 0, In.Any, Out.Integer, call => Components.Of(call, value => value.Month)),
        new("dayOf", 0, 0, In.Any, Out.Integer, call => Components.Of(call, value => value.Day)),
        new("hourOf", 0, 0, In.Any, Out.Integer, call => Components.Of(call, value => value.Hour)),
        new("minuteOf", 0, 0, In.Any, Out.Integer, call => Components.Of(call, value => value.Minute)),
        new("secondOf", 0, 0, In.Any, Out.Integer, call => Components.Of(call, value => value.Second)),
        new("millisecondOf", 0, 0, In.Any, Out.Integer, call => Components.Of(call, value => value.Millisecond)),
        new("timezoneOffsetOf", 0, 0, In.Any, Out.Decimal, Components.TimezoneOffset),
        new("dateOf", 0, 0, In.Any, Out.Date, Components.Date),
        new("timeOf", 0, 0, In.Any, Out.Time, Components.Time),
        new("duration", 2, 2, In.Any, Out.Integer, call => Intervals.Between(call, whole: true)),
        new("difference", 2, 2, In.Any, Out.Integer, call => Intervals.Between(call, whole: false)),

        // Boolean logic and types
        new("not", 0, 0, In.Any, Out.Boolean, Logic.Not),
        new("is", 1, 1, In.Any, Out.Boolean, Types.IsFunction),
        new("as", 1, 1, In.Any, Out.NamedType, Types.AsFunction),
        new("type", 0, 0, In.Any, Out.Unknown, Types.Type),

        // Aggregates
        new("aggregate", 1, 2, In.Any, Out.Unknown, Aggregates.Aggregate),
        new("sum", 0, 0, In.Any, Out.Unknown, call => Aggregates.Total(call, average: false)),
        new("avg", 0, 0, In.Any, Out.Unknown, call => Aggregates.Total(call, average: true)),
        new("min", 0, 0, In.Any, Out.InputItem, call => Aggregates.Extreme(call, -1)),
        new("max", 0, 0, In.Any, Out.InputItem, call => Aggregates.Extreme(call, 1)),

        // FHIR
        new("extension", 1, 1, In.Any, Out.Extension, FhirElements.Extension),
        new("hasValue", 0, 0, In.Any, Out.Boolean, FhirElements.HasValue),
        new("getValue", 0, 0, In.Any, Out.Unknown, FhirElements.GetValue),
        new("resolve", 0, 0, In.Any, Out.Unknown, FhirReferences.Resolve),
        new("elementDefinition", 0, 0, In.Any, Out.Unknown, FhirProfiles.ElementDefinition),
        new("slice", 2, 2, In.Any, Out.Input, FhirProfiles.Slice),
        new("checkModifiers", 0, int.MaxValue, In.Any, Out.Input, FhirElements.CheckModifiers),
        new("conformsTo", 1, 1, In.Any, Out.Boolean, FhirProfiles.ConformsTo),
        new("memberOf", 1, 1, In.Any, Out.Boolean, FhirCodes.MemberOf),
        new("subsumes", 1, 1, In.Any, Out.Boolean, call => FhirCodes.Subsumption(call, inputIsGeneral: true)),
        new("subsumedBy", 1, 1, In.Any, Out.Boolean, call => FhirCodes.Subsumption(call, inputIsGeneral: false)),
        new("htmlChecks", 0, 0, In.Any, Out.Boolean, FhirNarrative.HtmlChecks),
    ];

    private static readonly FrozenDictionary<string, FunctionDefinition> ByName = Functions.ToFrozenDictionary(function => function.Name, StringComparer.Ordinal);

    /// <summary>Names of all functions.</summary>
    public static IEnumerable<string> Names => Functions.Select(function => function.Name);

    /// <summary>A function by its name, or null.</summary>
    public static FunctionDefinition? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>Makes the step of a call.</summary>
    public static Transform Build(FunctionCall call)
    {
        if (Find(call.Name) is not { } function)
        {
            var near = ByName.Keys.FirstOrDefault(name => string.Equals(name, call.Name, StringComparison.OrdinalIgnoreCase));
            throw new CompileException(FhirPathIssues.UnknownFunction, call.Offset, call.Name, near is null ? string.Empty : $" Did you mean '{near}'?");
        }

        if (call.Count < function.Least || call.Count > function.Most)
        {
            throw new CompileException(FhirPathIssues.ArgumentCount, call.Offset, $"{call.Name}()", Takes(function), call.Count == 1 ? "1 is" : $"{call.Count} are");
        }

        return function.Build(call);
    }

    private static string Takes(FunctionDefinition function) => (function.Least, function.Most) switch
    {
        (0, 0) => "no arguments",
        (1, 1) => "1 argument",
        (var least, int.MaxValue) => $"{least} or more arguments",
        var (least, most) when least == most => $"{least} arguments",
        var (least, most) => $"{least} to {most} arguments",
    };
}
