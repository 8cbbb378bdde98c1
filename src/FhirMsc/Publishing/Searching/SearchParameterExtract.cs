using System.Text;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Packages;

namespace FhirMsc.Publishing.Searching;

/// <summary>Takes from core packages what <see cref="SearchParameterTable"/> holds: one line for each release, type and parameter. Same packages, same bytes.</summary>
public static class SearchParameterExtract
{
    /// <summary>What the URLs of all of them start with; the table leaves it out.</summary>
    internal const string CoreUrl = "http://hl7.org/fhir/SearchParameter/";

    /// <summary>Definitions that come with the packages and are none: HL7's example of a SearchParameter.</summary>
    private const string ExampleUrl = CoreUrl + "example";

    /// <summary>The table.</summary>
    /// <param name="packages">Packages with the search parameters of a release each.</param>
    public static byte[] Of(IEnumerable<FhirPackage> packages)
    {
        ArgumentNullException.ThrowIfNull(packages);
        var lines = packages
            .SelectMany(package => package.Entries.Where(entry => entry.ResourceType == "SearchParameter" && IsCore(entry.Url)).SelectMany(entry => Lines(package, entry)))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .DistinctBy(line => string.Join('\t', line.Split('\t')[..3]));
        return Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n")));
    }

    /// <summary>Where the texts are that searches for words go through; definitions without an expression say so in words only.</summary>
    private static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal) { ["_text"] = "DomainResource.text", ["_content"] = "Resource" };

    /// <summary>Of the special parameters, those for words of a text; the others mean what no definition tells.</summary>
    private static SearchKind? KindOf(Node parameter, string code) => Texts.ContainsKey(code) || code == "section-text" ? SearchKind.Words
        : Enum.TryParse<SearchKind>(parameter.Child("type").Text, ignoreCase: true, out var kind) ? kind
        : null;

    /// <summary>
    /// The parts of a composite parameter, compared as the parameters that define them are. R5 names some that it does not define (progress-status-… of ResearchStudy):
    /// those are compared as values of the element's type are. <see langword="null"/> if a part has no such type.
    /// </summary>
    private static string? Components(FhirPackage package, Node parameter, FhirModel model)
    {
        var path = parameter.Child("expression").Text;
        var parts = parameter.ChildrenNamed("component").Select(component => (Expression: component.Child("expression").Text, Kind: KindOf(package, component.Child("definition").Text) ?? KindOf(model, $"{path}.{component.Child("expression").Text}"))).ToList();
        return parts.Exists(part => part.Kind is null || part.Expression is null) ? null : string.Join("; ", parts.Select(part => $"{part.Kind} {part.Expression}"));
    }

    private static SearchKind? KindOf(FhirPackage package, string? url) =>
        package.Entries.FirstOrDefault(entry => entry.Url == url) is { } entry && package.Read(entry).Tree?.Root is { } root && root.Child("code").Text is { } code ? KindOf(root, code) : null;

    /// <summary>How values at a path are compared, by the tables of types for each kind in https://hl7.org/fhir/R5/search.html; <see langword="null"/> if nothing is at the path.</summary>
    private static SearchKind? KindOf(FhirModel model, string path)
    {
        var names = path.Split('.');
        var type = model.FindType(names[0]);
        foreach (var name in names[1..])
        {
            if (type is null || !type.TryFindChild(name, out _, out type))
            {
                return null;
            }
        }

        return type?.Name switch
        {
            "CodeableConcept" or "Coding" or "code" or "boolean" or "Identifier" => SearchKind.Token,
            "Period" or "date" or "dateTime" or "instant" => SearchKind.Date,
            "Quantity" or "Range" => SearchKind.Quantity,
            _ => null,
        };
    }

    private static bool IsCore(string? url) => url is not null and not ExampleUrl && url.StartsWith(CoreUrl, StringComparison.Ordinal);

    private static IEnumerable<string> Lines(FhirPackage package, PackageEntry entry)
    {
        var release = package.Manifest.FhirVersions.Select(FhirRelease.Find).FirstOrDefault(found => found is not null);
        if (release is null || package.Read(entry).Tree?.Root is not { } root || root.Child("code").Text is not { } code || (root.Child("expression").Text ?? Texts.GetValueOrDefault(code)) is not { } expression)
        {
            yield break;
        }

        // _lastUpdated is not in the resources but of the server.
        if (KindOf(root, code) is not { } kind || code is "_lastUpdated" or "_in")
        {
            yield break;
        }

        var parts = kind == SearchKind.Composite ? Components(package, root, FhirModel.For(release)) : string.Empty;
        if (parts is null)
        {
            yield break;
        }

        var bases = root.ChildrenNamed("base").Select(one => one.Text).ToHashSet();
        var targets = Targets(root, FhirModel.For(release));
        foreach (var type in SearchParameterTable.Types.Where(type => FhirModel.For(release).FindType(type) is not null))
        {
            var isForAll = bases.Contains("Resource") || bases.Contains("DomainResource");
            var own = isForAll ? expression : Branches(expression, type);
            if ((isForAll || bases.Contains(type)) && own.Length > 0)
            {
                yield return string.Join('\t', [release.Name, type, code, $"{kind}", entry.Url![CoreUrl.Length..], targets, own, .. parts.Length > 0 ? new[] { parts } : []]);
            }
        }
    }

    /// <summary>The target types; all types of the release are written as what they have in common.</summary>
    private static string Targets(Node parameter, FhirModel model)
    {
        var targets = parameter.ChildrenNamed("target").Select(target => target.Text!).Order(StringComparer.Ordinal).ToList();
        var isAny = model.TypeNames(TypeKind.Resource).Where(type => model.FindType(type) is { IsAbstract: false }).All(targets.Contains);
        return isAny ? "Resource" : string.Join(',', targets);
    }

    /// <summary>The operands of the outermost unions that start with a type: definitions shared by several types have one for each of them.</summary>
    private static string Branches(string expression, string type)
    {
        var branches = new List<string>();
        var (depth, start) = (0, 0);
        for (var i = 0; i <= expression.Length; i++)
        {
            if (i == expression.Length || (expression[i] == '|' && depth == 0))
            {
                branches.Add(expression[start..i].Trim());
                start = i + 1;
            }
            else
            {
                depth += expression[i] switch { '(' => 1, ')' => -1, _ => 0 };
            }
        }

        return string.Join(" | ", branches.Where(branch => branch.TrimStart('(').StartsWith(type + ".", StringComparison.Ordinal)));
    }
}
