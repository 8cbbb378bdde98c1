using System.Text;

namespace FhirMsc.Fhir.FhirPath.Expressions;

/// <summary>The name of a type, with or without the model it is from: <c>Quantity</c>, <c>System.String</c>.</summary>
/// <param name="Offset">Where it stands in the text.</param>
/// <param name="Namespace"><c>FHIR</c> or <c>System</c>; <see langword="null"/> if not stated.</param>
/// <param name="Name">Name of the type.</param>
internal sealed record TypeSpecifier(int Offset, string? Namespace, string Name)
{
    public override string ToString() => Namespace is null ? Name : $"{Namespace}.{Name}";

    public void Print(StringBuilder text)
    {
        if (Namespace is not null)
        {
            Names.PrintName(text, Namespace);
            text.Append('.');
        }

        Names.PrintName(text, Name);
    }

    /// <summary>Reads an argument such as <c>Quantity</c> or <c>System.String</c> as a type's name; <see langword="null"/> if it is anything else.</summary>
    public static TypeSpecifier? From(Expression argument) => argument switch
    {
        MemberExpression { Focus: null } plain => new TypeSpecifier(plain.Offset, null, plain.Name),
        MemberExpression { Focus: MemberExpression { Focus: null } model } qualified => new TypeSpecifier(model.Offset, model.Name, qualified.Name),
        _ => null,
    };
}
