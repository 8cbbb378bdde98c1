namespace FhirMsc.Fhir.FhirPath.Syntax;

/// <summary>What a piece of an expression's text is.</summary>
internal enum TokenKind : byte
{
    End,
    Identifier,
    DelimitedIdentifier,
    String,
    Integer,
    Long,
    Decimal,
    Date,
    DateTime,
    Time,
    Symbol,
}
