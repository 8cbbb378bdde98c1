namespace FhirMsc.Fhir.Validation.Rules;

/// <summary>A rule that holds on every value of one type and that no definition states: Bundle's rules for <c>fullUrl</c>, the narrative's for XHTML.</summary>
internal interface ITypeRule
{
    /// <summary>Name of the type: a resource, a data type, or a primitive such as <c>xhtml</c>. Values of derived types are met only under their own name, but <c>Resource</c> stands for all resources.</summary>
    string TypeName { get; }

    /// <summary>Checks one value. Its structure has been checked already, which does not mean that it is right: nothing may be taken for granted.</summary>
    /// <param name="context">The value and what is around it.</param>
    /// <param name="sink">Takes what is wrong.</param>
    void Check(in RuleContext context, IssueSink sink);
}
