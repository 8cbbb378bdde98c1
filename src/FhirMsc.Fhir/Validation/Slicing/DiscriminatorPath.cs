using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Validation.Slicing;

/// <summary>
/// The path of a discriminator in FHIR's restricted FHIRPath (https://hl7.org/fhir/R4/profiling.html#discriminator): names, <c>$this</c>,
/// <c>extension(url)</c>, <c>resolve()</c> and <c>ofType(type)</c>.
/// </summary>
internal sealed class DiscriminatorPath
{
    private DiscriminatorPath(string text, IReadOnlyList<Step> steps)
    {
        Text = text;
        Steps = steps;
    }

    /// <summary>What a step does.</summary>
    public enum StepKind
    {
        /// <summary>Goes to the children of a name.</summary>
        Child,

        /// <summary>Goes to the extensions with a URL.</summary>
        Extension,

        /// <summary>Goes to the target of a reference.</summary>
        Resolve,

        /// <summary>Stays where the type is this one.</summary>
        OfType,
    }

    /// <summary>As stated.</summary>
    public string Text { get; }

    /// <summary>The steps; none for <c>$this</c>.</summary>
    public IReadOnlyList<Step> Steps { get; }

    /// <summary>Reads a path.</summary>
    /// <returns>Null if it is not of the restricted form.</returns>
    public static DiscriminatorPath? Parse(string text)
    {
        var steps = new List<Step>();
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            var quoted = false;
            while (end < text.Length && (quoted || text[end] != '.'))
            {
                quoted ^= text[end] == '\'';
                end++;
            }

            var part = text[at..end].Trim();
            at = end + 1;
            switch (part)
            {
                case "$this":
                    break;
                case "resolve()":
                    steps.Add(new Step(StepKind.Resolve, string.Empty));
                    break;
                case ['e', 'x', 't', 'e', 'n', 's', 'i', 'o', 'n', '(', .. var url, ')']:
                    steps.Add(new Step(StepKind.Extension, url.Trim().Trim('\'')));
                    break;
                case ['o', 'f', 'T', 'y', 'p', 'e', '(', .. var type, ')']:
                    var name = type.Trim();
                    steps.Add(new Step(StepKind.OfType, name.StartsWith("FHIR.", StringComparison.Ordinal) ? name[5..] : name));
                    break;
                case { Length: > 0 } when part.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '[' or ']'):
                    steps.Add(new Step(StepKind.Child, part.EndsWith("[x]", StringComparison.Ordinal) ? part[..^3] : part));
                    break;
                default:
                    return null;
            }
        }

        return new DiscriminatorPath(text, steps);
    }

    /// <summary>Whether something at the path passes.</summary>
    /// <param name="item">Where the path starts.</param>
    /// <param name="run">The validation.</param>
    /// <param name="passes">What is asked of a node.</param>
    public bool Any(Node item, ValidationRun run, Func<Node, ValidationRun, bool> passes) => Any(item, 0, run, passes);

    /// <inheritdoc/>
    public override string ToString() => Text;

    private bool Any(Node node, int step, ValidationRun run, Func<Node, ValidationRun, bool> passes)
    {
        if (step == Steps.Count)
        {
            return passes(node, run);
        }

        var (kind, text) = Steps[step];
        switch (kind)
        {
            case StepKind.Resolve:
                var target = node.HasValue ? node.Text : node.Child("reference").Text;
                return target is not null && run.Resolve(node, target) is { Exists: true } resource && Any(resource, step + 1, run, passes);
            case StepKind.OfType:
                return run.TypeOf(node)?.Is(text) == true && Any(node, step + 1, run, passes);
            default:
                foreach (var child in node.Children)
                {
                    if ((kind == StepKind.Extension ? child.Name == "extension" && child.Child("url").Text == text : IsNamed(node, child, text, run)) && Any(child, step + 1, run, passes))
                    {
                        return true;
                    }
                }

                return false;
        }
    }

    /// <summary>The name itself, or a choice's name with a type behind it.</summary>
    private static bool IsNamed(Node parent, Node child, string name, ValidationRun run)
    {
        var own = child.Name;
        return own.StartsWith(name, StringComparison.Ordinal)
            && (own.Length == name.Length || run.TypeOf(parent)?.Find(child.NameNumber, child.Tree)?.Child.Name == name);
    }

    /// <summary>One step.</summary>
    /// <param name="Kind">What it does.</param>
    /// <param name="Text">The name, URL or type.</param>
    internal readonly record struct Step(StepKind Kind, string Text);
}
