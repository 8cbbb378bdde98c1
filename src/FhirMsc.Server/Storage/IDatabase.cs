using System.Data.Common;

namespace FhirMsc.Server.Storage;

/// <summary>A database that keeps the state: how to reach it, and what is its own in SQL. The statements themselves are the same for all.</summary>
internal interface IDatabase : IAsyncDisposable
{
    /// <summary>What it is, for logs: no address, no user.</summary>
    string Name { get; }

    /// <summary>Statements that make the tables where they are missing.</summary>
    IReadOnlyList<string> Schema { get; }

    /// <summary>Runs work on a connection. The tables are there.</summary>
    /// <param name="durability">What must outlive what.</param>
    /// <param name="work">The work.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="Hooks.State.StoreUnavailableException">It can't be reached.</exception>
    Task<T> RunAsync<T>(Durability durability, Func<DbConnection, CancellationToken, Task<T>> work, CancellationToken cancellation);

    /// <summary>What a failure of the driver means, in words without data; <see langword="null"/> if it is a fault of the program.</summary>
    string? Meaning(Exception failure);
}
