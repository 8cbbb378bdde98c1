namespace FhirMsc.Server.Tests.Storage;

/// <summary>Tests that share the one PostgreSQL, one after the other.</summary>
[CollectionDefinition(Name)]
#pragma warning disable CA1711 // That is what xunit calls it.
public sealed class PostgresCollection : ICollectionFixture<PostgresServer>
#pragma warning restore CA1711
{
    public const string Name = "PostgreSQL";
}
