namespace FhirMsc.Server.Tests.Storage;

/// <summary>A test that needs PostgreSQL; skipped, with the reason, where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute()
    {
        if (PostgresServer.Programs is null)
        {
            Skip = "PostgreSQL is not installed (Debian: apt-get install postgresql).";
        }
    }
}
