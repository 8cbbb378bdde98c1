using FhirMsc.Artifacts.Writing;
using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Artifacts.Releases.R4;

/// <summary>
/// R5 elements as extensions in an earlier release, in the form of the package hl7.fhir.uv.xver-r5.r4 0.1.0: one extension for each element of the resource,
/// named <c>extension-Resource.element</c>; the elements inside a backbone element are extensions whose URL is their plain name; a value has the data type
/// that R5 gives it.
/// </summary>
internal static class R5InR4
{
    private static readonly FhirModel R5 = FhirModel.For(FhirRelease.R5);
    private static readonly TypeDefinition ExtensionOfR4 = FhirModel.For(FhirRelease.R4).FindType("Extension")!;

    /// <summary>URL of the extension for an element of an R5 resource or data type.</summary>
    public static string Url(string type, string element) => $"{ExtensionUrls.R5}{type}.{element}";

    /// <summary>The elements of (a part of) an R5 resource as extensions.</summary>
    /// <param name="type">Resource type in R5.</param>
    /// <param name="body">Elements with R5's names.</param>
    /// <exception cref="InvalidOperationException">R5 has no such element, or R4 no such data type.</exception>
    public static IEnumerable<Element?> Extensions(string type, Element body) =>
        Parts(R5.FindType(type) ?? throw new InvalidOperationException($"R5 has no type {type}."), body, name => Url(type, name));

    private static IEnumerable<Element?> Parts(TypeDefinition type, Element body, Func<string, string> url) => body.Members.SelectMany(member =>
    {
        if (!type.TryFindChild(member.Name, out var element, out var childType) || childType is null)
        {
            throw new InvalidOperationException($"R5 has no element {type.Name}.{member.Name}.");
        }

        return member.Values.Select(value => Part(url(element.Name), childType, value, member));
    });

    private static Element? Part(string url, TypeDefinition type, object value, Member member)
    {
        if (type.Kind == TypeKind.Backbone)
        {
            var backbone = (Element)value;
            return Extension.Of(url, Parts(type, backbone, name => name), backbone.Origin);
        }

        var name = $"value{char.ToUpperInvariant(type.Name[0])}{type.Name.AsSpan(1)}";
        if (!ExtensionOfR4.TryFindChild(name, out _, out _))
        {
            throw new InvalidOperationException($"R4 has no extension with a {type.Name}.");
        }

        var extension = new Element((value as Element)?.Origin ?? member.Origin) { { "url", url } };
        extension.Take([new Member(name, IsArray: false, [value], null)]);
        return extension;
    }
}
