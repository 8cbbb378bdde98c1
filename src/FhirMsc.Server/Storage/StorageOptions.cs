namespace FhirMsc.Server.Storage;

/// <summary>Where feedback and used tokens are kept: PostgreSQL if there is a connection string, else an SQLite file.</summary>
public sealed record StorageOptions
{
    /// <summary>The SQLite file, made on first use with its folder; <see langword="null"/> to keep no feedback but count it, which only a server inside another program does.</summary>
    public string? File { get; init; }

    /// <summary>Connection string of PostgreSQL, e.g. <c>Host=db;Database=fhirmsc;Username=fhirmsc;Password=…</c>. Servers that share it share their state.</summary>
    public string? Postgres { get; init; }

    /// <summary>Whether a text is a connection string of PostgreSQL that names a host.</summary>
    internal static bool IsConnectionString(string text)
    {
        try
        {
            return !string.IsNullOrEmpty(new Npgsql.NpgsqlConnectionStringBuilder(text).Host);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or KeyNotFoundException or InvalidCastException or OverflowException)
        {
            return false;
        }
    }

    /// <summary>The database that the settings name; <see langword="null"/> if they name none.</summary>
    internal IDatabase? Open() => Postgres is { } server ? new PostgresDatabase(server) : File is { } file ? new SqliteDatabase(file) : null;
}
