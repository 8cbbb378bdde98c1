namespace FhirMsc.Artifacts.Releases.R4;

/// <summary>The top-level elements of the R4 resource types that are generated, in the order of their definitions.</summary>
internal static class R4Elements
{
    private const string Common = "resourceType id meta implicitRules language text contained extension modifierExtension ";

    private const string Definition =
        "status experimental subjectCodeableConcept subjectReference date publisher contact description useContext jurisdiction purpose usage copyright " +
        "approvalDate lastReviewDate effectivePeriod topic author editor reviewer endorser relatedArtifact library ";

    private const string Evidence =
        "url identifier version name title shortTitle subtitle status date publisher contact description note useContext jurisdiction copyright approvalDate " +
        "lastReviewDate effectivePeriod topic author editor reviewer endorser relatedArtifact ";

    /// <summary>Names by resource type; choice elements once for each type that is used.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Order { get; } = new Dictionary<string, string>
    {
        ["ActivityDefinition"] = "url identifier version name title subtitle " + Definition +
            "kind profile code intent priority doNotPerform timingTiming location participant productReference productCodeableConcept quantity dosage bodySite " +
            "specimenRequirement observationRequirement observationResultRequirement transform dynamicValue",
        ["Basic"] = "identifier code subject created author",
        ["CodeSystem"] = "url identifier version name title status experimental date publisher contact description useContext jurisdiction purpose copyright " +
            "caseSensitive valueSet hierarchyMeaning compositional versionNeeded content supplements count filter property concept",
        ["Composition"] = "identifier status type category subject encounter date author title confidentiality attester custodian relatesTo event section",
        ["ConceptMap"] = "url identifier version name title status experimental date publisher contact description useContext jurisdiction purpose copyright " +
            "sourceUri sourceCanonical targetUri targetCanonical group",
        ["Evidence"] = Evidence + "exposureBackground exposureVariant outcome",
        ["EvidenceVariable"] = Evidence + "type characteristic",
        ["Group"] = "identifier active type actual code name quantity managingEntity characteristic member",
        ["Library"] = "url identifier version name title subtitle status experimental type subjectCodeableConcept subjectReference date publisher contact " +
            "description useContext jurisdiction purpose usage copyright approvalDate lastReviewDate effectivePeriod topic author editor reviewer endorser " +
            "relatedArtifact parameter dataRequirement content",
        ["PlanDefinition"] = "url identifier version name title subtitle type " + Definition + "goal action",
        ["ResearchStudy"] = "identifier title protocol partOf status primaryPurposeType phase category focus condition contact relatedArtifact keyword location " +
            "description enrollment period sponsor principalInvestigator site reasonStopped note arm objective",
        ["ValueSet"] = "url identifier version name title status experimental date publisher contact description useContext jurisdiction immutable purpose " +
            "copyright compose expansion",
    }.ToDictionary(type => type.Key, IReadOnlyList<string> (type) => (Common + type.Value).Split(' '));
}
