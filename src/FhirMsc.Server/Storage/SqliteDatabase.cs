using System.Data.Common;
using FhirMsc.Hooks.State;
using Microsoft.Data.Sqlite;

namespace FhirMsc.Server.Storage;

/// <summary>
/// SQLite: one file in WAL mode, made on first use. One connection for each durability, used by one at a time. The file is made once and never again: if it vanishes
/// while the server runs, writing to a new one would look like keeping, so that the store is unavailable until the file is back.
/// </summary>
internal sealed class SqliteDatabase : IDatabase
{
    private readonly string file;
    private readonly Lane[] lanes = [new(), new()];
    private readonly int? mostPages;
    private bool wasMade;

    /// <summary>Names the file; nothing is opened yet.</summary>
    /// <param name="file">Its path.</param>
    /// <param name="mostPages">Largest size in pages of 4096 bytes; <see langword="null"/> for what the disk holds.</param>
    public SqliteDatabase(string file, int? mostPages = null)
    {
        SQLitePCL.Batteries_V2.Init();
        this.file = Path.GetFullPath(file);
        this.mostPages = mostPages;
    }

    /// <inheritdoc/>
    public string Name => "SQLite";

    /// <inheritdoc/>
    public IReadOnlyList<string> Schema { get; } =
    [
        "CREATE TABLE IF NOT EXISTS fhirmsc_feedback (id INTEGER PRIMARY KEY, service TEXT NOT NULL, recommendation TEXT, card TEXT, accepted INTEGER NOT NULL, reason TEXT, happened INTEGER NOT NULL, received INTEGER NOT NULL)",
        "CREATE INDEX IF NOT EXISTS fhirmsc_feedback_happened ON fhirmsc_feedback (happened)",
        "CREATE TABLE IF NOT EXISTS fhirmsc_token (digest TEXT PRIMARY KEY, expires INTEGER NOT NULL) WITHOUT ROWID",
        "CREATE INDEX IF NOT EXISTS fhirmsc_token_expires ON fhirmsc_token (expires)",
    ];

    /// <inheritdoc/>
    public async Task<T> RunAsync<T>(Durability durability, Func<DbConnection, CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        var lane = lanes[(int)durability];
        await lane.Turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (wasMade && !File.Exists(file))
            {
                lane.Close();
                throw new StoreUnavailableException("the file of the state is gone", null);
            }

            lane.Connection ??= Open(durability);
            return await work(lane.Connection, cancellation).ConfigureAwait(false);
        }
        catch (SqliteException)
        {
            // What is wrong with the file may be over next time; the connection would remember.
            lane.Close();
            throw;
        }
        finally
        {
            lane.Turn.Release();
        }
    }

    /// <inheritdoc/>
    public string? Meaning(Exception failure) => failure switch
    {
        SqliteException { SqliteErrorCode: 13 } => "the disk is full",
        SqliteException { SqliteErrorCode: 14 or 8 or 3 } => "the file of the state cannot be opened for writing",
        SqliteException { SqliteErrorCode: 5 or 6 } => "another process holds the file of the state",
        SqliteException { SqliteErrorCode: 11 or 26 } => "the file of the state is damaged",
        SqliteException { SqliteErrorCode: 10 } => "the disk refuses to read or write",
        IOException or UnauthorizedAccessException => "the file of the state cannot be opened for writing",
        _ => null,
    };

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        foreach (var lane in lanes)
        {
            lane.Close();
            lane.Turn.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    private SqliteConnection Open(Durability durability)
    {
        if (!wasMade && Path.GetDirectoryName(file) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }

        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = wasMade ? SqliteOpenMode.ReadWrite : SqliteOpenMode.ReadWriteCreate,
            Pooling = false,
            DefaultTimeout = 5,
        }.ConnectionString);
        try
        {
            connection.Open();

            // https://sqlite.org/pragma.html#pragma_synchronous: in WAL mode NORMAL outlives the process and FULL the power.
            Execute(connection, $"PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = {(durability == Durability.Power ? "FULL" : "NORMAL")};");
            if (mostPages is { } pages)
            {
                Execute(connection, FormattableString.Invariant($"PRAGMA max_page_count = {pages};"));
            }

            foreach (var statement in Schema)
            {
                Execute(connection, statement);
            }

            wasMade = true;
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Execute(SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are constants of this file and a number.
        command.CommandText = text;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    /// <summary>A connection and whose turn it is.</summary>
    private sealed class Lane
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public SqliteConnection? Connection { get; set; }

        public void Close()
        {
            Connection?.Dispose();
            Connection = null;
        }
    }
}
