using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Validation.Slicing;

/// <summary>Discriminator <c>profile</c>: what is at the path conforms to one of the slice's profiles.</summary>
internal sealed class ProfileTest : ISliceTest
{
    private readonly DiscriminatorPath path;
    private readonly string[] profiles;
    private readonly Func<Node, ValidationRun, bool> passes;

    private ProfileTest(DiscriminatorPath path, string[] profiles)
    {
        this.path = path;
        this.profiles = profiles;
        passes = (node, run) => Array.Exists(profiles, profile => run.Conforms(node, profile) == true);
    }

    public static ProfileTest? Of(DiscriminatorPath path, IReadOnlyList<string> profiles) => profiles.Count == 0 ? null : new ProfileTest(path, [.. profiles]);

    public bool Matches(Node item, int index, ValidationRun run) => path.Any(item, run, passes);

    public override string ToString() => $"'{path}' does not conform to {string.Join(" or ", profiles)}";
}
