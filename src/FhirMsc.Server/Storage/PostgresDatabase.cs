using System.Data.Common;
using System.Net.Sockets;
using Npgsql;

namespace FhirMsc.Server.Storage;

/// <summary>PostgreSQL, which several servers can share.</summary>
internal sealed class PostgresDatabase : IDatabase
{
    /// <summary>Any number that nothing else in the database locks: servers that start together make the tables one after the other.</summary>
    private const long SchemaLock = 0x66686972_6D7363;

    private readonly NpgsqlDataSource source;
    private volatile bool isMade;

    /// <summary>Reads a connection string; nothing is opened yet.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public PostgresDatabase(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { IncludeErrorDetail = false };
        settings.Timeout = Math.Min(settings.Timeout, 3);
        settings.CommandTimeout = Math.Min(settings.CommandTimeout, 5);
        settings.ApplicationName ??= "fhirmsc";
        var builder = new NpgsqlSlimDataSourceBuilder(settings.ConnectionString);
        builder.EnableTransportSecurity();
        source = builder.Build();
    }

    /// <inheritdoc/>
    public string Name => "PostgreSQL";

    /// <inheritdoc/>
    public IReadOnlyList<string> Schema { get; } =
    [
        "CREATE TABLE IF NOT EXISTS fhirmsc_feedback (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, service TEXT NOT NULL, recommendation TEXT, card TEXT, accepted BIGINT NOT NULL, reason TEXT, happened BIGINT NOT NULL, received BIGINT NOT NULL)",
        "CREATE INDEX IF NOT EXISTS fhirmsc_feedback_happened ON fhirmsc_feedback (happened)",
        "CREATE TABLE IF NOT EXISTS fhirmsc_token (digest TEXT PRIMARY KEY, expires BIGINT NOT NULL)",
        "CREATE INDEX IF NOT EXISTS fhirmsc_token_expires ON fhirmsc_token (expires)",
    ];

    /// <inheritdoc/>
    public async Task<T> RunAsync<T>(Durability durability, Func<DbConnection, CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        for (var isRetry = false; ; isRetry = true)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
                await MakeAsync(connection, cancellation).ConfigureAwait(false);
                return await work(connection, cancellation).ConfigureAwait(false);
            }
            catch (NpgsqlException failure) when (!isRetry && failure.InnerException is IOException or SocketException || (!isRetry && failure is PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown }))
            {
                // A connection of the pool that the database closed meanwhile says so at its first use only: once more, with a new one. What the first try may have
                // written all the same does no harm: feedback on a card counts once, and the use of a token is refused.
                source.Clear();
            }
        }
    }

    /// <inheritdoc/>
    public string? Meaning(Exception failure) => failure switch
    {
        PostgresException { SqlState: PostgresErrorCodes.DiskFull or PostgresErrorCodes.OutOfMemory } => "the database has no room left",
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification or PostgresErrorCodes.InsufficientPrivilege } => "the database refuses the login or the right to write",
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } => "the server has no database of that name",
        PostgresException { SqlState: PostgresErrorCodes.UndefinedTable } => "a table of the state is gone",
        NpgsqlException or TimeoutException or SocketException or IOException => "the database does not answer",
        _ => null,
    };

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => source.DisposeAsync();

    private async Task MakeAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        if (isMade)
        {
            return;
        }

        await using var transaction = await connection.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        foreach (var statement in Schema.Prepend(FormattableString.Invariant($"SELECT pg_advisory_xact_lock({SchemaLock})")))
        {
#pragma warning disable CA2100 // The texts are constants of this file.
            await using var command = new NpgsqlCommand(statement, connection, transaction);
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
        }

        await transaction.CommitAsync(cancellation).ConfigureAwait(false);
        isMade = true;
    }
}
