using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FhirMsc.Hooks.Feedback;
using FhirMsc.Hooks.State;

namespace FhirMsc.Server.Storage;

/// <summary>Feedback and used tokens in two tables of an SQL database; the statements are what SQLite and PostgreSQL have in common. Times are milliseconds since 1970 in UTC.</summary>
internal sealed class SqlState(IDatabase database, TimeProvider time) : IFeedbackStore, IReplayStore, IStoreCheck
{
    private static readonly TimeSpan BetweenPurges = TimeSpan.FromMinutes(1);

    private long nextPurge;

    /// <inheritdoc/>
    public async Task SaveAsync(IReadOnlyList<FeedbackRecord> records, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(records);
        var received = Millis(time.GetUtcNow());
        await RunAsync(Durability.Power, async (connection, stop) =>
        {
            await using var transaction = await connection.BeginTransactionAsync(stop).ConfigureAwait(false);
            foreach (var record in records)
            {
                await using var insert = Command(
                    connection,
                    "INSERT INTO fhirmsc_feedback (service, recommendation, card, accepted, reason, happened, received) VALUES (@service, @recommendation, @card, @accepted, @reason, @happened, @received)",
                    ("@service", record.Service),
                    ("@recommendation", record.Recommendation),
                    ("@card", record.Card?.ToString("D")),
                    ("@accepted", record.Accepted ? 1L : 0L),
                    ("@reason", record.Reason),
                    ("@happened", Millis(record.At)),
                    ("@received", received));
                insert.Transaction = transaction;
                await insert.ExecuteNonQueryAsync(stop).ConfigureAwait(false);
            }

            await transaction.CommitAsync(stop).ConfigureAwait(false);
            return 0;
        }, cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<FeedbackTally>> TallyAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation) => RunAsync(Durability.Process, async (connection, stop) =>
    {
        await using var select = Command(
            connection,
            """
            SELECT service, recommendation, accepted, reason, COUNT(*) FROM (
              SELECT service, recommendation, accepted, reason, ROW_NUMBER() OVER (PARTITION BY service, COALESCE(card, CAST(id AS TEXT)) ORDER BY happened DESC, id DESC) AS place
              FROM fhirmsc_feedback WHERE happened >= @from AND happened < @to) AS last
            WHERE place = 1 GROUP BY service, recommendation, accepted, reason ORDER BY service, recommendation, accepted DESC, reason
            """,
            ("@from", Millis(from)),
            ("@to", Millis(to)));
        var found = new List<FeedbackTally>();
        await using var rows = await select.ExecuteReaderAsync(stop).ConfigureAwait(false);
        while (await rows.ReadAsync(stop).ConfigureAwait(false))
        {
            found.Add(new FeedbackTally(rows.GetString(0), Text(rows, 1), rows.GetInt64(2) != 0, Text(rows, 3), rows.GetInt64(4)));
        }

        return (IReadOnlyList<FeedbackTally>)found;
    }, cancellation);

    /// <inheritdoc/>
    public Task<bool> TryUseAsync(string issuer, string tokenId, DateTimeOffset expires, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(issuer);
        ArgumentNullException.ThrowIfNull(tokenId);
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{issuer.Length.ToString(CultureInfo.InvariantCulture)}:{issuer}{tokenId}")));
        return RunAsync(Durability.Process, async (connection, stop) =>
        {
            await PurgeAsync(connection, stop).ConfigureAwait(false);
            await using var insert = Command(
                connection,
                "INSERT INTO fhirmsc_token (digest, expires) VALUES (@digest, @expires) ON CONFLICT DO NOTHING",
                ("@digest", key),
                ("@expires", Millis(expires)));
            return await insert.ExecuteNonQueryAsync(stop).ConfigureAwait(false) == 1;
        }, cancellation);
    }

    /// <inheritdoc/>
    public async Task<string?> FaultAsync(CancellationToken cancellation)
    {
        try
        {
            // A page of its own, so that a full disk shows, and taken back at once.
            return await RunAsync<string?>(Durability.Power, async (connection, stop) =>
            {
                await using var transaction = await connection.BeginTransactionAsync(stop).ConfigureAwait(false);
                await using var insert = Command(connection, "INSERT INTO fhirmsc_token (digest, expires) VALUES (@digest, 0)", ("@digest", Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32))));
                insert.Transaction = transaction;
                await insert.ExecuteNonQueryAsync(stop).ConfigureAwait(false);
                insert.CommandText = "DELETE FROM fhirmsc_token WHERE digest = @digest";
                await insert.ExecuteNonQueryAsync(stop).ConfigureAwait(false);
                await transaction.CommitAsync(stop).ConfigureAwait(false);
                return null;
            }, cancellation).ConfigureAwait(false);
        }
        catch (StoreUnavailableException unavailable)
        {
            return unavailable.Message;
        }
    }

    /// <summary>Uses are forgotten an hour after the token's end, so that a clock that is set back by less opens no gap.</summary>
    private async Task PurgeAsync(DbConnection connection, CancellationToken stop)
    {
        var now = Millis(time.GetUtcNow());
        var due = Interlocked.Read(ref nextPurge);
        if ((now < due && due - now <= (long)BetweenPurges.TotalMilliseconds) || Interlocked.CompareExchange(ref nextPurge, now + (long)BetweenPurges.TotalMilliseconds, due) != due)
        {
            return;
        }

        await using var delete = Command(connection, "DELETE FROM fhirmsc_token WHERE expires < @before", ("@before", now - (long)TimeSpan.FromHours(1).TotalMilliseconds));
        await delete.ExecuteNonQueryAsync(stop).ConfigureAwait(false);
    }

    private async Task<T> RunAsync<T>(Durability durability, Func<DbConnection, CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        try
        {
            return await database.RunAsync(durability, work, cancellation).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or StoreUnavailableException) && database.Meaning(failure) is not null)
        {
            throw new StoreUnavailableException(database.Meaning(failure)!, failure);
        }
    }

    private static DbCommand Command(DbConnection connection, string text, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.DbType = value is long ? System.Data.DbType.Int64 : System.Data.DbType.String;
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static long Millis(DateTimeOffset time) => time.ToUnixTimeMilliseconds();
}
