using FhirMsc.Fhir.Validation.Rules;

namespace FhirMsc.Fhir.Validation.Bundles;

/// <summary>What holds of a Bundle and no invariant states: the identities of entries, what they ask for or answer, and the references between them.</summary>
internal sealed class BundleRule : ITypeRule
{
    /// <inheritdoc/>
    public string TypeName => "Bundle";

    /// <inheritdoc/>
    public void Check(in RuleContext context, IssueSink sink)
    {
        var index = context.Run.Targets.IndexOf(context.Node);
        new EntryIdentity(index, context.Run.Model, sink).Check();
        new EntryRequest(index, context.Run.Model, sink).Check();
        if (index.Type == "searchset")
        {
            new SearchResults(index, context.Node, context.Run.Model, sink).Check();
        }

        new EntryLinks(index, sink).Check();
    }
}
