using FhirMsc.Fhir.FhirPath.Ports;

namespace FhirMsc.Fhir.Terminology;

/// <summary>Lets FHIRPath ask a <see cref="LocalTerminology"/>.</summary>
public sealed class TerminologyPort(LocalTerminology terminology) : ITerminologyPort
{
    /// <summary>
    /// Whether a code is in a value set. A code that comes without its system may be any system's: if the value set lists such a code, it cannot be told.
    /// </summary>
    public Answer IsMember(CodedValue code, string valueSet)
    {
        if (!terminology.Knows(valueSet))
        {
            return Answer.CannotTell;
        }

        if (code.System is null)
        {
            return terminology.MayList(valueSet, code.Code) ? Answer.CannotTell : Answer.No;
        }

        return terminology.Has(valueSet, code.System, code.Code) switch
        {
            Membership.Yes => Answer.Yes,
            Membership.No => Answer.No,
            _ => Answer.CannotTell,
        };
    }

    /// <summary>Equal codes subsume each other; anything else would need the code system's hierarchy, which is not looked at here.</summary>
    public Answer Subsumes(CodedValue general, CodedValue specific) => general == specific ? Answer.Yes : Answer.CannotTell;
}
