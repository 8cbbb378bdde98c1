namespace FhirMsc.Hooks;

/// <summary>A hook as the CDS Hooks library defines it: when it fires is the client's business, what its context holds is ours.</summary>
/// <param name="Name">Name, e.g. <c>order-select</c>.</param>
/// <param name="Fields">Fields of its context, in the order of the hook's page.</param>
public sealed record HookKind(string Name, IReadOnlyList<HookField> Fields)
{
    /// <summary>Behind "It is required", for a field that is not there.</summary>
    internal string Requirement { get; } = $" by the hook {Name}";

    /// <summary>Finds a field of the context.</summary>
    /// <returns>The field, or <see langword="null"/> if the hook has none of that name.</returns>
    public HookField? Field(string name)
    {
        foreach (var field in Fields)
        {
            if (field.Name == name)
            {
                return field;
            }
        }

        return null;
    }
}
