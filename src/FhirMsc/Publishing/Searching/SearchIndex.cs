using System.Collections.Frozen;
using FhirMsc.Artifacts;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.FhirPath;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Publishing.Searching;

/// <summary>
/// All values that search parameters find in a catalog, worked out once with the expressions of the release. Immutable and safe to share; a new catalog has a
/// new index.
/// </summary>
public sealed class SearchIndex
{
    private readonly FrozenDictionary<string, IReadOnlyList<SearchParameter>> parameters;
    private readonly Dictionary<(string Reference, string Code), IReadOnlyList<SearchValue>> values = new();

    /// <summary>Indexes a catalog.</summary>
    /// <param name="catalog">What is published.</param>
    /// <param name="loaded">When it was loaded, which is <c>_lastUpdated</c> of everything in it.</param>
    public SearchIndex(Catalog catalog, DateTimeOffset loaded)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        Catalog = catalog;
        Loaded = loaded;
        Types = [.. catalog.Artifacts.Select(artifact => artifact.ResourceType).Distinct().Order(StringComparer.Ordinal)];
        parameters = Types.ToFrozenDictionary(type => type, type => (IReadOnlyList<SearchParameter>)[.. SearchParameterTable.Of(catalog.Release, type), LastUpdated(type)], StringComparer.Ordinal);
        Fill();
    }

    /// <summary>What is indexed.</summary>
    public Catalog Catalog { get; }

    /// <summary>When it was loaded.</summary>
    public DateTimeOffset Loaded { get; }

    /// <summary>The types of which something is published, in order.</summary>
    public IReadOnlyList<string> Types { get; }

    /// <summary>The search parameters of a type.</summary>
    public IReadOnlyList<SearchParameter> Parameters(string type) => parameters.GetValueOrDefault(type) ?? [];

    /// <summary>Finds a parameter by its name.</summary>
    public SearchParameter? Find(string type, string code) => Parameters(type).FirstOrDefault(parameter => parameter.Code == code);

    /// <summary>Reads a search.</summary>
    /// <param name="type">The resource type, one of <see cref="Types"/>.</param>
    /// <param name="query">Names and values, decoded.</param>
    /// <param name="isLenient">Whether parameters that are not known may be left out.</param>
    /// <param name="serverBase">Base URL that clients know the server by, without a slash behind.</param>
    /// <returns>The search, and what is wrong with it: if there are errors it must not be answered.</returns>
    public (SearchRequest Request, IReadOnlyList<Issue> Issues) Read(string type, IEnumerable<KeyValuePair<string, string>> query, bool isLenient, string serverBase)
    {
        var reader = new SearchRequestReader(this, type, isLenient, serverBase);
        return (reader.Read(query), reader.Issues);
    }

    /// <summary>Answers a search.</summary>
    public SearchResult Search(SearchRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var found = Catalog.OfType(request.Type).Where(artifact => request.Criteria.All(criterion => criterion.Test(ValuesOf(artifact, criterion.Parameter.Code))));
        IOrderedEnumerable<Artifact>? sorted = null;
        foreach (var (parameter, isDown) in request.Sort)
        {
            sorted = SortKey.Apply(sorted, found, artifact => SortKey.Of(ValuesOf(artifact, parameter.Code), isDown), isDown);
        }

        var all = (sorted ?? found).ToList();
        var page = all.Skip(request.Offset).Take(request.Count).ToList();
        return new SearchResult(all.Count, page, request.Includes.Count == 0 ? [] : Included(page, request.Includes));
    }

    private List<Artifact> Included(List<Artifact> page, IReadOnlyList<SearchInclude> includes)
    {
        var met = page.ToHashSet<Artifact>(ReferenceEqualityComparer.Instance);
        var found = new List<Artifact>();
        var round = page;
        for (var isFirst = true; round.Count > 0; isFirst = false)
        {
            var next = includes.Where(include => isFirst || include.IsRepeated).SelectMany(include => Along(round, include)).Where(met.Add).ToList();
            found.AddRange(next);
            round = next;
        }

        return found;
    }

    private IEnumerable<Artifact> Along(List<Artifact> from, SearchInclude include)
    {
        if (!include.IsReverse)
        {
            return from.Where(artifact => include.Type == "*" || artifact.ResourceType == include.Type).SelectMany(artifact => Targets(artifact, include.Parameter)).Where(target => include.Target is null || target.ResourceType == include.Target);
        }

        var wanted = from.Where(artifact => include.Target is null || artifact.ResourceType == include.Target).ToHashSet<Artifact>(ReferenceEqualityComparer.Instance);
        return Catalog.Artifacts.Where(artifact => (include.Type == "*" || artifact.ResourceType == include.Type) && Targets(artifact, include.Parameter).Any(wanted.Contains));
    }

    private IEnumerable<Artifact> Targets(Artifact artifact, string code) =>
        Parameters(artifact.ResourceType).Where(parameter => parameter.Kind == SearchKind.Reference && (code == "*" || parameter.Code == code))
            .SelectMany(parameter => ValuesOf(artifact, parameter.Code)).Select(value => value.Target).OfType<Artifact>();

    private IReadOnlyList<SearchValue> ValuesOf(Artifact artifact, string code) => values.GetValueOrDefault((artifact.Reference, code)) ?? [];

    private void Fill()
    {
        var model = FhirModel.For(Catalog.Release);
        var reader = new SearchValueReader(Catalog);
        var context = new EvaluationContext { References = new CatalogReferences(Catalog) };
        var loaded = Loaded.UtcDateTime;
        foreach (var type in Types)
        {
            var compiled = SearchParameterTable.Of(Catalog.Release, type).Select(parameter => (Parameter: parameter, Expression: Compile(parameter.Expression, parameter, model), Parts: parameter.Components.Select(part => (part.Kind, Compile(part.Expression, parameter, model))).ToList())).ToList();
            foreach (var artifact in Catalog.OfType(type))
            {
                foreach (var (parameter, expression, parts) in compiled)
                {
                    var items = expression.Evaluate(artifact.Tree.Root, context).Items.Where(item => item.IsNode);
                    List<SearchValue> found = parts.Count > 0
                        ? [.. items.Select(item => new SearchValue { Parts = [.. parts.Select(part => Read(part, item, context, reader))] })]
                        : [.. items.SelectMany(item => reader.Read(item.Node, parameter.Kind))];
                    if (found.Count > 0)
                    {
                        values[(artifact.Reference, parameter.Code)] = found;
                    }
                }

                values[(artifact.Reference, LastUpdatedCode)] = [new SearchValue { Time = (loaded, loaded) }];
            }
        }
    }

    private static List<SearchValue> Read((SearchKind Kind, FhirPathExpression Expression) part, Item element, EvaluationContext context, SearchValueReader reader) =>
        [.. part.Expression.Evaluate(element, context).Items.Where(item => item.IsNode).SelectMany(item => reader.Read(item.Node, part.Kind))];

    private static FhirPathExpression Compile(string text, SearchParameter parameter, FhirModel model) =>
        FhirPathExpression.Compile(text, new FhirPathOptions { Model = model, AsFiltersCollections = true }) is { Expression: { } expression }
            ? expression
            : throw new InvalidOperationException($"The expression of {parameter.Url} does not compile.");

    private const string LastUpdatedCode = "_lastUpdated";

    private static SearchParameter LastUpdated(string type) => new(type, LastUpdatedCode, SearchKind.Date, "http://hl7.org/fhir/SearchParameter/Resource-lastUpdated", [], "Resource.meta.lastUpdated");
}
