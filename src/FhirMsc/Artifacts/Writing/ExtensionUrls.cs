namespace FhirMsc.Artifacts.Writing;

/// <summary>Canonical URLs of the extensions that are used. Those of FHIR's extensions pack are meant as the pack defines them, not as R4 core does.</summary>
internal static class ExtensionUrls
{
    /// <summary>Expression with a name, evaluated once for the whole resource.</summary>
    public const string Variable = Core + "variable";

    /// <summary>Endpoint of the CDS Hooks service that a plan implements.</summary>
    public const string CdsHooksEndpoint = Core + "cqf-cdsHooksEndpoint";

    /// <summary>Query with the place holders of CDS Hooks prefetch templates.</summary>
    public const string FhirQueryPattern = Core + "cqf-fhirQueryPattern";

    /// <summary>Strength of a recommendation.</summary>
    public const string StrengthOfRecommendation = Core + "cqf-strengthOfRecommendation";

    /// <summary>Quality of the evidence under a recommendation.</summary>
    public const string QualityOfEvidence = Core + "cqf-qualityOfEvidence";

    /// <summary>What an artifact can be used for: shareable, computable, publishable, executable.</summary>
    public const string KnowledgeCapability = Core + "cqf-knowledgeCapability";

    /// <summary>Publication status of a related artifact.</summary>
    public const string PublicationStatus = Core + "cqf-publicationStatus";

    /// <summary>Publication date of a related artifact.</summary>
    public const string PublicationDate = Core + "cqf-publicationDate";

    /// <summary>How versions compare.</summary>
    public const string VersionAlgorithm = Core + "artifact-versionAlgorithm";

    /// <summary>Whether a component belongs to the package of its manifest.</summary>
    public const string IsOwned = Core + "artifact-isOwned";

    /// <summary>Where a code system was taken from.</summary>
    public const string CodeSystemSource = Core + "codesystem-sourceReference";

    /// <summary>For or against.</summary>
    public const string Direction = Cpg + "cpg-directionOfRecommendation";

    /// <summary>Why a recommendation was made.</summary>
    public const string Rationale = Cpg + "cpg-rationale";

    /// <summary>The plan that a plan is part of.</summary>
    public const string PartOf = Cpg + "cpg-partOf";

    /// <summary>R5's <c>RelatedArtifact.resourceReference</c> in R4.</summary>
    public const string ResourceReference = R5 + "RelatedArtifact.resourceReference";

    /// <summary>Start of the URLs of R5 elements in earlier releases.</summary>
    public const string R5 = "http://hl7.org/fhir/5.0/StructureDefinition/extension-";

    private const string Core = "http://hl7.org/fhir/StructureDefinition/";
    private const string Cpg = "http://hl7.org/fhir/uv/cpg/StructureDefinition/";
}
