using System.Collections.Frozen;
using System.Text;

namespace FhirMsc.Fhir.Elements.Units;

/// <summary>
/// The units of UCUM (https://ucum.org), from <c>units.txt</c>: one line each with code, m for metric (takes prefixes), and what it is worth in other units.
/// </summary>
internal sealed class UnitTable
{
    private static readonly FrozenDictionary<string, BigRational> Prefixes = new Dictionary<string, BigRational>
    {
        ["Y"] = BigRational.Parse("1e24"),
        ["Z"] = BigRational.Parse("1e21"),
        ["E"] = BigRational.Parse("1e18"),
        ["P"] = BigRational.Parse("1e15"),
        ["T"] = BigRational.Parse("1e12"),
        ["G"] = BigRational.Parse("1e9"),
        ["M"] = BigRational.Parse("1e6"),
        ["k"] = BigRational.Parse("1e3"),
        ["h"] = BigRational.Parse("1e2"),
        ["da"] = BigRational.Parse("1e1"),
        ["d"] = BigRational.Parse("1e-1"),
        ["c"] = BigRational.Parse("1e-2"),
        ["m"] = BigRational.Parse("1e-3"),
        ["u"] = BigRational.Parse("1e-6"),
        ["n"] = BigRational.Parse("1e-9"),
        ["p"] = BigRational.Parse("1e-12"),
        ["f"] = BigRational.Parse("1e-15"),
        ["a"] = BigRational.Parse("1e-18"),
        ["z"] = BigRational.Parse("1e-21"),
        ["y"] = BigRational.Parse("1e-24"),
        ["Ki"] = new(1L << 10, 1),
        ["Mi"] = new(1L << 20, 1),
        ["Gi"] = new(1L << 30, 1),
        ["Ti"] = new(1L << 40, 1),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly Dictionary<string, UcumUnit> units = new(StringComparer.Ordinal);
    private readonly HashSet<string> metric = new(StringComparer.Ordinal);

    private UnitTable()
    {
    }

    /// <summary>The units of UCUM.</summary>
    public static UnitTable Ucum { get; } = Load();

    /// <summary>Finds a symbol, with or without prefix: the symbol itself comes first (<c>cd</c> is candela, <c>min</c> minute).</summary>
    public UcumUnit? Find(string symbol)
    {
        if (units.TryGetValue(symbol, out var unit))
        {
            return unit;
        }

        for (var length = 1; length <= 2 && length < symbol.Length; length++)
        {
            var atom = symbol[length..];
            if (metric.Contains(atom) && Prefixes.TryGetValue(symbol[..length], out var prefix))
            {
                var plain = units[atom];
                var offset = plain.Special is { IsLinear: true } special ? special with { Offset = special.Offset / prefix } : plain.Special;
                return plain with { Factor = plain.Factor * prefix, Terms = [new UnitTerm(symbol, 1)], Special = offset };
            }
        }

        return null;
    }

    private static UnitTable Load()
    {
        using var stream = typeof(UnitTable).Assembly.GetManifestResourceStream("FhirMsc.Fhir.Elements.units.txt")
            ?? throw new InvalidOperationException("The list of units is missing from the assembly: the build is broken.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var table = new UnitTable();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var fields = line.Split('|');
            var (code, value, definition) = (fields[0], fields[2], fields[3]);
            if (fields[1] == "m")
            {
                table.metric.Add(code);
            }

            // A later line may use the units and prefixes of the earlier ones.
            table.units.Add(code, Define(code, value, definition, table));
        }

        return table;
    }

    private static UcumUnit Define(string code, string value, string definition, UnitTable known)
    {
        UnitTerm[] self = [new UnitTerm(code, 1)];
        switch (value)
        {
            case "base":
                return new UcumUnit(BigRational.One, self, self, null);
            case "level":
                return new UcumUnit(BigRational.One, self, self, new SpecialUnit(code, IsLinear: false, new BigRational(0, 1)));
            case "scale":
                var parts = definition.Split(' ');
                var step = new UnitParser(known).Parse(parts[2])!;
                return step with { Factor = step.Factor * Ratio(parts[1]), Terms = self, Special = new SpecialUnit(code, IsLinear: true, Ratio(parts[0])) };
            default:
                var unit = new UnitParser(known).Parse(definition) ?? throw new InvalidOperationException($"The unit {code} is defined by one that is not: {definition}.");
                return unit with { Factor = unit.Factor * BigRational.Parse(value), Terms = self };
        }
    }

    private static BigRational Ratio(string text) =>
        text.Split('/') is [var above, var below] ? BigRational.Parse(above) / BigRational.Parse(below) : BigRational.Parse(text);
}
