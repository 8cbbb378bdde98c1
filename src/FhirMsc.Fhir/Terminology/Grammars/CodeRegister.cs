using System.Collections.Frozen;

namespace FhirMsc.Fhir.Terminology.Grammars;

/// <summary>A closed list of short codes that a standards body keeps, from <c>registers.txt</c>. Loaded when first asked for.</summary>
internal static class CodeRegister
{
    private static readonly Lazy<FrozenDictionary<string, string>> Lines = new(Load);

    /// <summary>The codes of a register.</summary>
    /// <param name="name">What its line starts with.</param>
    /// <param name="ignoreCase">Whether case does not matter.</param>
    public static Lazy<FrozenSet<string>> Of(string name, bool ignoreCase) =>
        new(() => Lines.Value[name].Split(' ').ToFrozenSet(ignoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal));

    private static FrozenDictionary<string, string> Load()
    {
        using var stream = typeof(CodeRegister).Assembly.GetManifestResourceStream("FhirMsc.Fhir.Terminology.registers.txt")
            ?? throw new InvalidOperationException("The list of registers is missing from the assembly: the build is broken.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('|')).ToFrozenDictionary(fields => fields[0], fields => fields[1].TrimEnd('\r'));
    }
}
