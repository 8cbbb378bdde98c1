using System.Text.RegularExpressions;

namespace FhirMsc.Content.Import.Rules;

/// <summary>A rating scheme: how its ratings are printed, what its levels are, and how a page shows that it uses it.</summary>
internal sealed record Scheme
{
    /// <summary>Identifier, kept with every rating.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public required string Title { get; init; }

    /// <summary>How a rating is printed, e.g. <c>{strength}{evidence}</c>.</summary>
    public required string Format { get; init; }

    /// <summary>Forms of ratings in running text, with the groups <c>strength</c> and <c>evidence</c>. <see cref="Rule.Is"/> tells whether a rating stands <c>after</c> what it rates or <c>before</c>.</summary>
    public required IReadOnlyList<Rule> Forms { get; init; }

    /// <summary>Forms of a rating that fills a table cell or line of its own.</summary>
    public required IReadOnlyList<Rule> Cells { get; init; }

    /// <summary>Forms of ratings destroyed on the way here: reported, never read.</summary>
    public required IReadOnlyList<Rule> Broken { get; init; }

    /// <summary>Words that show that the page uses the scheme. Empty: its ratings are unmistakable.</summary>
    public required IReadOnlyList<Regex> Signals { get; init; }

    /// <summary>How many ratings the page must hold to be taken to use the scheme.</summary>
    public required int AtLeast { get; init; }

    /// <summary>Schemes whose ratings look the same; a page uses one of the family.</summary>
    public string? Family { get; init; }

    /// <summary>A form that only this member of its family has, such as IIa.</summary>
    public Regex? Telling { get; init; }

    /// <summary>Whether every statement of a page has a rating, which stands once behind all of its sentences: what has none is then no recommendation.</summary>
    public bool RatesStatements { get; init; }

    /// <summary>Whether it reads only cells and lines whose column or label names the strength or the evidence, and only where no other scheme does.</summary>
    public bool IsLabelled { get; init; }

    /// <summary>Whether it rates nothing but recommendations, so that a statement without a word of refusal is one for what it names.</summary>
    public bool Affirms { get; init; }

    /// <summary>Strength; <see langword="null"/> for schemes without.</summary>
    public SchemeAxis? Strength { get; init; }

    /// <summary>Quality of evidence; <see langword="null"/> for schemes without.</summary>
    public SchemeAxis? Evidence { get; init; }

    /// <summary>The axes, <c>strength</c> and <c>evidence</c>, whose levels' names were compared with the publisher's own text.</summary>
    public required IReadOnlySet<string> Checked { get; init; }

    /// <summary>The publisher's text that they were compared with; <see langword="null"/> for none.</summary>
    public string? Source { get; init; }

    /// <summary>Direction that a level of strength has by definition, where the scheme says so, e.g. USPSTF D.</summary>
    public required IReadOnlyDictionary<string, string> Directions { get; init; }

    /// <summary>Those of these levels whose direction outweighs what the words seem to say.</summary>
    public IReadOnlySet<string> Decides { get; init; } = new HashSet<string>();
}
