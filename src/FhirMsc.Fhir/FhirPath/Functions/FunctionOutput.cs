namespace FhirMsc.Fhir.FhirPath.Functions;

/// <summary>What a function gives, for the type checker.</summary>
internal enum FunctionOutput
{
    /// <summary>Anything; nothing can be checked behind it.</summary>
    Unknown,

    /// <summary>Items of its input.</summary>
    Input,

    /// <summary>One item of its input.</summary>
    InputItem,

    /// <summary>What its first argument gives.</summary>
    Projection,

    /// <summary>Items of the type that its argument names.</summary>
    NamedType,

    /// <summary>Items of its input and of its argument.</summary>
    Union,

    Boolean,
    String,
    Strings,
    Integer,
    Decimal,
    Quantity,
    Date,
    DateTime,
    Time,
    Extension,
}
