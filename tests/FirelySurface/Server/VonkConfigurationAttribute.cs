namespace Vonk.Core.Pluggability;

/// <summary>Marks a static class with the methods that Firely Server calls: one that adds to its services, one that adds to its pipeline.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class VonkConfigurationAttribute(int order = 0) : Attribute
{
    public int Order { get; } = order;
}
