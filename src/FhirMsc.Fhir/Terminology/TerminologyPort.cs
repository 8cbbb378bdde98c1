using FhirMsc.Fhir.FhirPath.Ports;

namespace FhirMsc.Fhir.Terminology;

/// <summary>Lets FHIRPath ask a <see cref="LocalTerminology"/>.</summary>
public sealed class TerminologyPort(LocalTerminology terminology) : ITerminologyPort
{
    /// <inheritdoc/>
    public Answer IsMember(CodedValue code, string valueSet) => Plain(terminology.Has(valueSet, code).Value);

    /// <inheritdoc/>
    public Func<CodedValue, Answer>? MembersOf(string valueSet) => terminology.Known(valueSet) is { } content ? code => Plain(content.Has(code).Value) : null;

    /// <inheritdoc/>
    public Answer Subsumes(CodedValue general, CodedValue specific) => Plain(terminology.Subsumes(general, specific).Value);

    /// <inheritdoc/>
    public Answer IsCode(CodedValue code) => code.System is { Length: > 0 } system ? Plain(terminology.HasCode(system, code.Code, code.Version).Value) : Answer.CannotTell;

    private static Answer Plain(Membership answer) => answer switch
    {
        Membership.Yes => Answer.Yes,
        Membership.No => Answer.No,
        _ => Answer.CannotTell,
    };
}
