namespace FhirMsc.Fhir.FhirPath.Values;

/// <summary>Marks an <see cref="Item"/> as a value of one of FHIRPath's own types. One object for each kind.</summary>
internal sealed class SystemTypeName
{
    private SystemTypeName(ItemKind kind) => Kind = kind;

    public static SystemTypeName Boolean { get; } = new(ItemKind.Boolean);

    public static SystemTypeName String { get; } = new(ItemKind.String);

    public static SystemTypeName Integer { get; } = new(ItemKind.Integer);

    public static SystemTypeName Long { get; } = new(ItemKind.Long);

    public static SystemTypeName Decimal { get; } = new(ItemKind.Decimal);

    public static SystemTypeName Date { get; } = new(ItemKind.Date);

    public static SystemTypeName DateTime { get; } = new(ItemKind.DateTime);

    public static SystemTypeName Time { get; } = new(ItemKind.Time);

    public static SystemTypeName Quantity { get; } = new(ItemKind.Quantity);

    public static SystemTypeName Type { get; } = new(ItemKind.Type);

    public ItemKind Kind { get; }

    /// <summary>The kind that a name such as <c>String</c> or <c>Integer</c> stands for, or <see langword="null"/>.</summary>
    public static ItemKind? Find(string name) => name switch
    {
        "Boolean" => ItemKind.Boolean,
        "String" => ItemKind.String,
        "Integer" => ItemKind.Integer,
        "Long" => ItemKind.Long,
        "Decimal" => ItemKind.Decimal,
        "Date" => ItemKind.Date,
        "DateTime" => ItemKind.DateTime,
        "Time" => ItemKind.Time,
        "Quantity" => ItemKind.Quantity,
        _ => null,
    };
}
