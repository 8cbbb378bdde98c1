using FhirMsc.Hooks.State;
using FhirMsc.Server.Storage;

namespace FhirMsc.Server.Tests.Storage;

[Collection(PostgresCollection.Name)]
public sealed class PostgresDatabaseTests(PostgresServer server) : IAsyncLifetime, IDisposable
{
    private readonly PostgresDatabase database = new(server.ConnectionString);

    public async Task InitializeAsync()
    {
        if (PostgresServer.Programs is not null)
        {
            await database.RunAsync(Durability.Power, async (connection, stop) =>
            {
                await using var command = connection.CreateCommand();
                command.CommandText = "TRUNCATE fhirmsc_feedback; TRUNCATE fhirmsc_token";
                return await command.ExecuteNonQueryAsync(stop);
            }, default);
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => database.DisposeAsync().AsTask().GetAwaiter().GetResult();

    [PostgresFact]
    public Task A_card_counts_once_as_reported_last() => StateContract.A_card_counts_once_as_reported_last(database);

    [PostgresFact]
    public Task A_token_is_used_once_by_whoever_comes_first() => StateContract.A_token_is_used_once_by_whoever_comes_first(database);

    [PostgresFact]
    public Task Uses_are_forgotten_in_time() => StateContract.Uses_are_forgotten_an_hour_after_the_end_of_the_token_and_not_before(database);

    [PostgresFact]
    public Task Is_ready_when_it_can_write() => StateContract.Is_ready_when_it_can_write(database);

    [PostgresFact]
    public async Task Servers_that_start_together_make_the_tables_once()
    {
        await database.RunAsync(Durability.Power, async (connection, stop) =>
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "DROP TABLE fhirmsc_feedback; DROP TABLE fhirmsc_token";
            return await command.ExecuteNonQueryAsync(stop);
        }, default);

        var faults = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            await using var own = new PostgresDatabase(server.ConnectionString);
            return await new SqlState(own, TimeProvider.System).FaultAsync(default);
        }));

        Assert.All(faults, Assert.Null);
    }

    [PostgresFact]
    public async Task A_database_that_vanishes_and_comes_back_has_lost_nothing_that_was_acknowledged()
    {
        var state = new SqlState(database, TimeProvider.System);
        await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => state.SaveAsync([StateContract.Record(Guid.NewGuid(), true)], default)));
        server.Stop();
        try
        {
            Assert.Equal("the database does not answer", await state.FaultAsync(default));
            await Assert.ThrowsAsync<StoreUnavailableException>(() => state.SaveAsync([StateContract.Record(Guid.NewGuid(), true)], default));
        }
        finally
        {
            server.Start();
        }

        Assert.Null(await state.FaultAsync(default));
        Assert.Equal(30, (await state.TallyAsync(StateContract.Now, StateContract.Now.AddDays(1), default)).Sum(tally => tally.Cards));
    }
}
