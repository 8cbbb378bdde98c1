using FhirMsc.Content.Reading.Maps;
using FhirMsc.Content.Reading.Yaml;
using FhirMsc.Content.Vocabulary;

namespace FhirMsc.Content.Reading.Chapters;

/// <summary>Code systems, value sets and licences.</summary>
internal static class TerminologyChapter
{
    /// <summary>Reads the chapter.</summary>
    public static Terminology Terminology(MapReader map) => new()
    {
        Origin = map.Ours(),
        Licences = map.Maps("licences", "licence", Licence),
        CodeSystems = map.Maps("codeSystems", "codeSystem", CodeSystem),
        ValueSets = map.Maps("valueSets", "valueSet", ValueSet),
    };

    private static Licence Licence(MapReader map) => new()
    {
        Origin = map.Ours(),
        Id = map.Text("id", Forms.IsId, ContentIssues.BadId),
        Notice = map.Text("notice"),
    };

    private static CodeSystemContent CodeSystem(MapReader map) => new()
    {
        Origin = map.Ours(),
        Id = map.Text("id", Forms.IsId, ContentIssues.BadId),
        Title = map.Text("title"),
        Description = map.Text("description"),
        Concepts = map.Maps("concepts", "concept", Concept, required: true),
    };

    private static Concept Concept(MapReader map) => new()
    {
        Origin = map.Ours(),
        Code = map.Text("code", Forms.IsCode, ContentIssues.BadCode),
        Display = map.Text("display"),
        Definition = map.OptionalText("definition"),
        Parent = map.OptionalText("parent"),
        Mappings = map.Maps("mappings", "conceptMapping", ConceptMapping),
    };

    private static ConceptMapping ConceptMapping(MapReader map) => new()
    {
        Origin = map.Ours(),
        System = map.Text("system", Forms.IsSystem, ContentIssues.BadSystem),
        Mapping = RatingChapter.Mapping(map),
    };

    private static ValueSetContent ValueSet(MapReader map) => new()
    {
        Origin = map.Ours(),
        Id = map.Text("id", Forms.IsId, ContentIssues.BadId),
        Title = map.Text("title"),
        Description = map.Text("description"),
        Groups = map.Maps("include", "valueSetGroup", Group, required: true),
    };

    private static ValueSetGroup Group(MapReader map)
    {
        var group = new ValueSetGroup
        {
            Origin = map.Ours(),
            System = map.OptionalText("system", Forms.IsSystem, ContentIssues.BadSystem),
            CodeSystem = map.OptionalText("codeSystem"),
            Licence = map.OptionalText("licence"),
            Concepts = [.. map.Codes("concepts").Select(Code)],
        };
        if (map.Exists && group.System is null == group.CodeSystem is null)
            map.Report.Add(ContentIssues.OneSystem, map.Path);
        return group;

        ValueSetConcept Code(SourceEntry entry)
        {
            if (!Forms.IsCode(entry.Key))
                map.Report.AddAt(ContentIssues.BadCode, entry.Value.Path, entry.KeyPosition, entry.Key);
            var display = entry.Value.IsNull ? null : ((SourceScalar)entry.Value).Text;
            return new() { Origin = new(entry.Value.Path, entry.KeyPosition), Code = entry.Key, Display = display };
        }
    }
}
