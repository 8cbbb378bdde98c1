using FhirMsc.Hooks.State;
using FhirMsc.Server.Storage;

namespace FhirMsc.Server.Tests.Storage;

public sealed class SqliteDatabaseTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("fhirmsc-state-");

    private readonly SqliteDatabase database;

    public SqliteDatabaseTests() => database = new SqliteDatabase(FilePath);

    private string FilePath => Path.Combine(folder.FullName, "below", "state.db");

    public void Dispose()
    {
        database.DisposeAsync().AsTask().GetAwaiter().GetResult();
        folder.Delete(recursive: true);
    }

    [Fact]
    public Task A_card_counts_once_as_reported_last() => StateContract.A_card_counts_once_as_reported_last(database);

    [Fact]
    public Task A_token_is_used_once_by_whoever_comes_first() => StateContract.A_token_is_used_once_by_whoever_comes_first(database);

    [Fact]
    public Task Uses_are_forgotten_in_time() => StateContract.Uses_are_forgotten_an_hour_after_the_end_of_the_token_and_not_before(database);

    [Fact]
    public Task Is_ready_when_it_can_write() => StateContract.Is_ready_when_it_can_write(database);

    [Fact]
    public async Task A_full_disk_refuses_and_keeps_what_was_there()
    {
        // SQLite says "full" at a size of its own in the same words as at the end of the disk.
        await using var small = new SqliteDatabase(Path.Combine(folder.FullName, "small.db"), mostPages: 24);
        var state = new SqlState(small, TimeProvider.System);
        var kept = 0;
        var refusal = await Assert.ThrowsAsync<StoreUnavailableException>(async () =>
        {
            for (; kept < 100_000; kept += 50)
            {
                await state.SaveAsync([.. Enumerable.Range(0, 50).Select(_ => StateContract.Record(Guid.NewGuid(), true))], default);
            }
        });

        Assert.Equal("the disk is full", refusal.Message);
        Assert.Equal(kept, (await state.TallyAsync(StateContract.Now, StateContract.Now.AddDays(1), default)).Sum(tally => tally.Cards));
    }

    [Fact]
    public async Task A_file_that_vanishes_is_not_made_anew_and_serves_again_when_it_is_back()
    {
        var state = new SqlState(database, TimeProvider.System);
        await state.SaveAsync([StateContract.Record(Guid.NewGuid(), true)], default);
        await database.DisposeAsync();
        await using var again = new SqliteDatabase(FilePath);
        state = new SqlState(again, TimeProvider.System);
        Assert.Null(await state.FaultAsync(default));
        Move(FilePath, FilePath + ".away");

        await Assert.ThrowsAsync<StoreUnavailableException>(() => state.SaveAsync([StateContract.Record(Guid.NewGuid(), true)], default));
        Assert.NotNull(await state.FaultAsync(default));
        Assert.False(File.Exists(FilePath));

        Move(FilePath + ".away", FilePath);
        Assert.Null(await state.FaultAsync(default));
        await state.SaveAsync([StateContract.Record(Guid.NewGuid(), true)], default);
        Assert.Equal(2, (await state.TallyAsync(StateContract.Now, StateContract.Now.AddDays(1), default)).Sum(tally => tally.Cards));
    }

    [Theory]
    [InlineData("not a database, but longer than the hundred bytes of a header, which SQLite reads before it says so...............")]
    public async Task A_file_that_is_no_database_is_a_fault_with_a_name(string content)
    {
        var file = Path.Combine(folder.FullName, "text.db");
        await File.WriteAllTextAsync(file, content);
        await using var wrong = new SqliteDatabase(file);

        Assert.Equal("the file of the state is damaged", await new SqlState(wrong, TimeProvider.System).FaultAsync(default));
        Assert.Equal(content, await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_a_fault_with_a_name()
    {
        await using var wrong = new SqliteDatabase("/proc/no-such-folder/state.db");

        Assert.Equal("the file of the state cannot be opened for writing", await new SqlState(wrong, TimeProvider.System).FaultAsync(default));
    }

    private static void Move(string from, string to)
    {
        foreach (var end in new[] { string.Empty, "-wal", "-shm" }.Where(end => File.Exists(from + end)))
        {
            File.Move(from + end, to + end);
        }
    }
}
