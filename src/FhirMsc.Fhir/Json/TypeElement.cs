using System.Text;

namespace FhirMsc.Fhir.Json;

/// <summary>
/// Elements that happen to be called <c>resourceType</c>, and so are not the type of a resource: <c>ExampleScenario.instance.resourceType</c> (R4, R4B),
/// <c>Subscription.filterBy.resourceType</c> and <c>Consent.provision.resourceType</c> (R5).
/// </summary>
internal static class TypeElement
{
    /// <summary>The name of the children that have such an element, if the resource whose type is being read has them.</summary>
    /// <param name="reader">Stands on the value of <c>resourceType</c>.</param>
    public static string? OwnerIn(in JsonScanner reader) =>
        reader.Token != JsonToken.String ? null
        : Is(in reader, "ExampleScenario"u8) ? "instance"
        : Is(in reader, "Subscription"u8) ? "filterBy"
        : Is(in reader, "Consent"u8) ? "provision"
        : null;

    /// <summary>Marks the elements, in the children of that name and in those inside them.</summary>
    public static void Mark(NodeTreeBuilder builder, int resource, string owner)
    {
        for (var i = builder.At(resource).FirstChild; i != 0; i = builder.At(i).NextSibling)
        {
            if (builder.NameOf(builder.At(i).Name) != owner)
            {
                continue;
            }

            for (var j = builder.At(i).FirstChild; j != 0; j = builder.At(j).NextSibling)
            {
                builder.At(j).Flags |= builder.At(j).Name == NameTable.Fhir.ResourceType ? NodeFlags.Element : NodeFlags.None;
            }

            Mark(builder, i, owner);
        }
    }

    private static bool Is(in JsonScanner reader, ReadOnlySpan<byte> name) =>
        reader.IsEscaped ? JsonText.Unescape(reader.Text) == Encoding.UTF8.GetString(name) : reader.Text.SequenceEqual(name);
}
