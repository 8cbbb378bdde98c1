using FhirMsc.Content;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Publishing.Bundles;

namespace FhirMsc.Server.Endpoints.Rest.Operations;

/// <summary><c>$package</c>: a resource and everything published that it refers to, directly or not, as one Bundle.</summary>
internal sealed class PackageOperation : IOperation
{
    public string Name => "package";

    public IReadOnlyList<string>? Types => ["PlanDefinition", "ActivityDefinition", "Library", "Evidence", "ValueSet", "ImplementationGuide"];

    public bool IsForType => false;

    public string Description => "A resource and everything published that it refers to, directly or not, as one Bundle. What it refers to outside of what is published here is not in it.";

    public IReadOnlyList<OperationParameter> Parameters =>
    [
        new("type", true, false, "code", "collection (the default), transaction or batch"),
        new("return", false, true, "Bundle", "The resource first; in a transaction or batch, what others refer to first"),
    ];

    public string? StandardDefinition(FhirRelease release, string? type) => null;

    public RestResult Execute(RestCall call)
    {
        if (BundleOperation.KindOf(call) is not { } kind)
        {
            return BundleOperation.NoKind();
        }

        var artifacts = BundleWriter.WithDependencies(call.Store.Catalog.Artifacts, call.Instance!);
        return RestResult.Of(BundleWriter.Write(artifacts, kind, new PartialDate(call.Store.Loaded.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))));
    }
}
