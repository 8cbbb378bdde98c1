using FhirMsc.Artifacts.Naming;
using FhirMsc.Artifacts.Writing;

namespace FhirMsc.Artifacts;

/// <summary>Makes one kind of artifact out of a guideline.</summary>
internal interface IProjection
{
    /// <summary>All artifacts of the kind, in the order of the content.</summary>
    IEnumerable<Draft> Of(Frame frame);
}
