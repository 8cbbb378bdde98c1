using System.Text.RegularExpressions;
using FhirMsc.Content.Reading;
using FhirMsc.Content.Reading.Yaml;

namespace FhirMsc.Content.Import.Rules;

/// <summary>
/// Reads rule files. A file is a map; <c>macros</c> name parts of forms that <c>{name}</c> in any form stands for, <c>words</c> are plain lists,
/// <c>scheme</c> is a rating scheme, and every other key is a list of rules: a form alone, or a map with <c>id</c>, <c>form</c>, <c>is</c>,
/// <c>confidence</c>, <c>note</c>. Forms are regular expressions over text with single blanks; case does not count unless
/// the rule says <c>case: exact</c>.
/// </summary>
internal static class RuleFiles
{
    private const int Usual = 90;
    private static readonly TimeSpan LongestMatch = TimeSpan.FromSeconds(10);

    /// <summary>Reads the files that are part of the assembly.</summary>
    public static RuleBook LoadEmbedded() => Load(Embedded());

    /// <summary>
    /// Reads the files that are part of the assembly and those of a folder, such as the schemes of another publisher. A file of the folder with the
    /// name of a delivered one stands in its place; the lists of all others are read one behind the other.
    /// </summary>
    /// <param name="folder">The folder; files <c>*.yaml</c> in it and below.</param>
    /// <exception cref="FormatException">A file is no rule file; the message says where and why.</exception>
    /// <exception cref="IOException">The folder or a file can't be read.</exception>
    public static RuleBook LoadWith(string folder)
    {
        var own = Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)
            .Select(path => (Name: Path.GetRelativePath(folder, path).Replace('\\', '/'), Path: path)).OrderBy(file => file.Name, StringComparer.Ordinal).ToList();
        var names = own.Select(file => file.Name).ToHashSet(StringComparer.Ordinal);
        try
        {
            var book = Load(Embedded().Where(file => !names.Contains(file.Name)).Concat(own.Select(file => (file.Name, (Stream)File.OpenRead(file.Path)))));
            var lacking = RuleBook.Default.Names.Except(book.Names, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
            return lacking.Count == 0 ? book : throw new FormatException($"The files of the folder stand in the place of delivered ones, but lack their lists: {string.Join(", ", lacking)}.");
        }
        catch (Exception problem) when (problem is KeyNotFoundException or InvalidCastException or ArgumentException or OverflowException)
        {
            throw new FormatException($"{string.Join(", ", names)}: {problem.Message}", problem);
        }
    }

    private static IEnumerable<(string Name, Stream Stream)> Embedded()
    {
        var assembly = typeof(RuleFiles).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("import/", StringComparison.Ordinal)).Select(name => (Name: name, Short: name["import/".Length..].Replace('\\', '/')))
            .OrderBy(file => file.Short, StringComparer.Ordinal)
            .Select(file => (file.Short, assembly.GetManifestResourceStream(file.Name)!));
    }

    /// <summary>Reads files.</summary>
    /// <exception cref="FormatException">A file is no rule file; the message says where and why.</exception>
    public static RuleBook Load(IEnumerable<(string Name, Stream Stream)> files)
    {
        var roots = files.Select(file => (file.Name, Root: Root(file.Name, file.Stream))).ToList();
        var macros = new Macros();
        foreach (var entry in roots.SelectMany(file => Section(file.Root, "macros")))
            macros.Add(entry.Key, entry.Value is SourceList list ? "(?:" + string.Join('|', list.Items.Select(Text)) + ")" : Text(entry.Value));
        var words = roots.SelectMany(file => Section(file.Root, "words"))
            .GroupBy(entry => entry.Key, StringComparer.Ordinal)
            .ToDictionary(list => list.Key, list => (IReadOnlyList<string>)[.. list.SelectMany(entry => ((SourceList)entry.Value).Items.Select(Text))], StringComparer.Ordinal);
        var lists = new Dictionary<string, List<Rule>>(StringComparer.Ordinal);
        foreach (var (name, root) in roots)
        {
            foreach (var entry in root.Entries.Where(entry => entry.Key is not ("macros" or "words" or "scheme")))
            {
                if (!lists.TryGetValue(entry.Key, out var rules))
                    lists[entry.Key] = rules = [];
                rules.AddRange(Rules(entry.Value, entry.Key, macros));
            }
        }

        var schemes = roots.Select(file => Section(file.Root, "scheme").ToList()).Where(keys => keys.Count > 0).Select(keys => SchemeOf(keys, macros)).ToList();
        return new RuleBook(lists.ToDictionary(list => list.Key, list => (IReadOnlyList<Rule>)list.Value, StringComparer.Ordinal), words, schemes);
    }

    private static SourceMap Root(string name, Stream stream)
    {
        using (stream)
        {
            var report = new Report();
            var root = YamlLoader.Load(stream, name, report);
            return report.Issues.Count > 0 ? throw new FormatException(report.Issues[0].ToString())
                : root as SourceMap ?? throw new FormatException($"{name}: a rule file is a map of lists.");
        }
    }

    private static IReadOnlyList<SourceEntry> Section(SourceMap root, string key) =>
        root.Entries.FirstOrDefault(entry => entry.Key == key)?.Value is SourceMap map ? map.Entries : [];

    private static string Text(SourceNode node) => node is SourceScalar scalar ? scalar.Text : throw new FormatException($"{node.Position}: a text is expected here, this is {node.Shape}.");

    private static IEnumerable<Rule> Rules(SourceNode node, string list, Macros macros) =>
        node is SourceList items ? items.Items.Select((item, index) => RuleOf(item, list, index, macros)) : throw new FormatException($"{node.Position}: rules are a list, this is {node.Shape}.");

    private static Rule RuleOf(SourceNode node, string list, int index, Macros macros)
    {
        var keys = node is SourceMap map ? map.Entries.ToDictionary(entry => entry.Key, entry => Text(entry.Value), StringComparer.Ordinal) : new Dictionary<string, string> { ["form"] = Text(node) };
        var form = keys.GetValueOrDefault("form") ?? throw new FormatException($"{node.Position}: the rule has no form.");
        return new Rule
        {
            Id = list + "/" + (keys.GetValueOrDefault("id") ?? keys.GetValueOrDefault("is") ?? (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)),
            Form = Compile(form, macros, keys.GetValueOrDefault("case") == "exact", node),
            Is = keys.GetValueOrDefault("is") ?? string.Empty,
            Confidence = keys.TryGetValue("confidence", out var confidence) ? int.Parse(confidence, System.Globalization.CultureInfo.InvariantCulture) : Usual,
            Note = keys.GetValueOrDefault("note"),
        };
    }

    private static Regex Compile(string form, Macros macros, bool exact, SourceNode node)
    {
        try
        {
            return new Regex(macros.Expand(form), RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | (exact ? RegexOptions.None : RegexOptions.IgnoreCase), LongestMatch);
        }
        catch (Exception problem) when (problem is ArgumentException or KeyNotFoundException)
        {
            throw new FormatException($"{node.Position}: {problem.Message}", problem);
        }
    }

    private static Scheme SchemeOf(List<SourceEntry> entries, Macros macros)
    {
        var keys = entries.ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);
        var id = Text(keys["id"]);
        return new Scheme
        {
            Id = id,
            Title = Text(keys["title"]),
            Format = Text(keys["format"]),
            Forms = Of("forms"),
            Cells = Of("cells"),
            Broken = Of("broken"),
            Signals = keys.TryGetValue("signals", out var signals) ? [.. Rules(signals, id, macros).Select(rule => rule.Form)] : [],
            AtLeast = keys.TryGetValue("atLeast", out var least) ? int.Parse(Text(least), System.Globalization.CultureInfo.InvariantCulture) : 1,
            Family = keys.TryGetValue("family", out var family) ? Text(family) : null,
            Telling = keys.TryGetValue("telling", out var telling) ? Compile(Text(telling), macros, exact: true, telling) : null,
            RatesStatements = keys.TryGetValue("rates", out var rates) && Text(rates) == "statements",
            IsLabelled = keys.TryGetValue("labelled", out var labelled) && Text(labelled) == "true",
            Affirms = keys.TryGetValue("affirms", out var affirms) && Text(affirms) == "true",
            Checked = keys.TryGetValue("checked", out var axes) && axes is SourceList names ? names.Items.Select(Text).ToHashSet(StringComparer.Ordinal) : [],
            Decides = keys.TryGetValue("decides", out var decides) && decides is SourceList levels ? levels.Items.Select(Text).ToHashSet(StringComparer.OrdinalIgnoreCase) : [],
            Source = keys.TryGetValue("source", out var source) ? Text(source) : null,
            Strength = Axis("strength"),
            Evidence = Axis("evidence"),
            Directions = keys.TryGetValue("directions", out var directions) && directions is SourceMap map
                ? map.Entries.ToDictionary(entry => entry.Key, entry => Text(entry.Value), StringComparer.OrdinalIgnoreCase) : [],
        };

        IReadOnlyList<Rule> Of(string key) => keys.TryGetValue(key, out var node) ? [.. Rules(node, id, macros)] : [];

        SchemeAxis? Axis(string key) => keys.TryGetValue(key, out var node)
            ? new SchemeAxis([.. ((SourceMap)node).Entries.Select(entry => KeyValuePair.Create(entry.Key, entry.Value.IsNull ? string.Empty : Text(entry.Value)))]) : null;
    }
}
