namespace FhirMsc.Fhir.FhirPath.Ports;

/// <summary>What FHIRPath asks about codes: <c>memberOf</c>, <c>subsumes</c>, <c>subsumedBy</c>.</summary>
public interface ITerminologyPort
{
    /// <summary>Whether a code is in a value set.</summary>
    /// <param name="code">The code.</param>
    /// <param name="valueSet">Canonical URL of the value set, with or without <c>|version</c>.</param>
    Answer IsMember(CodedValue code, string valueSet);

    /// <summary><see cref="IsMember"/> for one value set, found once for many codes.</summary>
    /// <param name="valueSet">Canonical URL of the value set, with or without <c>|version</c>.</param>
    /// <returns>What answers just as <see cref="IsMember"/> does, as long as the port lives; <see langword="null"/> to have <see cref="IsMember"/> asked.</returns>
    Func<CodedValue, Answer>? MembersOf(string valueSet) => null;

    /// <summary>Whether one code is the other or stands above it in its code system.</summary>
    /// <param name="general">The code that may stand above.</param>
    /// <param name="specific">The code that may stand below.</param>
    Answer Subsumes(CodedValue general, CodedValue specific);

    /// <summary>Whether a code system has a code.</summary>
    /// <param name="code">The code, with its system.</param>
    Answer IsCode(CodedValue code) => Answer.CannotTell;
}
