using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Scratch;

namespace MigrateBoth.Core.Tests.Scratch;

public sealed class LeaseStoreTests : IDisposable
{
    private readonly string _state = Directory.CreateTempSubdirectory("lease-tests-").FullName;
    private readonly LeaseStore _store;

    public LeaseStoreTests() => _store = new LeaseStore(_state);

    private string LeaseDirectory => Path.Combine(_state, "leases");

    public void Dispose() => Directory.Delete(_state, recursive: true);

    [Fact]
    public void A_lease_is_on_disk_exactly_while_it_holds_something()
    {
        var lease = _store.Open();
        var one = new LeasedResource("container", "one");
        Assert.Empty(Leases());

        lease.Add(one);
        Assert.Single(Leases());

        lease.Release(one);
        Assert.Empty(Leases());
    }

    [Fact]
    public async Task What_could_not_be_released_stays_written_down_after_dispose()
    {
        var lease = _store.Open();
        lease.Add(new LeasedResource("container", "one"));

        await lease.DisposeAsync();

        Assert.Contains("\"one\"", File.ReadAllText(Assert.Single(Leases())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_living_process_keeps_its_resources()
    {
        _store.Open().Add(new LeasedResource("container", "mine"));
        var sweeper = new RecordingSweeper("container", _ => true);

        var sweep = await _store.SweepAsync([sweeper], CancellationToken.None);

        Assert.Empty(sweeper.Asked);
        Assert.Empty(sweep.Removed);
        Assert.Single(Leases());
    }

    [Fact]
    public async Task What_a_dead_process_left_is_removed_newest_first()
    {
        WriteLease("dead", DeadProcess(), new LeasedResource("directory", "folder"), new LeasedResource("directory", "server"));
        var sweeper = new RecordingSweeper("directory", _ => true);

        var sweep = await _store.SweepAsync([sweeper], CancellationToken.None);

        Assert.Equal(["server", "folder"], sweeper.Asked);
        Assert.Equal(2, sweep.Removed.Count);
        Assert.Empty(Leases());
    }

    [Fact]
    public async Task A_process_id_that_was_handed_out_again_does_not_keep_the_old_lease()
    {
        WriteLease("reused", ProcessStamp.Current with { Started = "earlier" }, new LeasedResource("directory", "folder"));

        var sweep = await _store.SweepAsync([new RecordingSweeper("directory", _ => true)], CancellationToken.None);

        Assert.Single(sweep.Removed);
    }

    [Fact]
    public async Task Another_machines_lease_is_left_alone()
    {
        WriteLease("elsewhere", DeadProcess() with { Scope = "another-machine" }, new LeasedResource("directory", "folder"));
        var sweeper = new RecordingSweeper("directory", _ => true);

        await _store.SweepAsync([sweeper], CancellationToken.None);

        Assert.Empty(sweeper.Asked);
        Assert.Single(Leases());
    }

    [Fact]
    public async Task What_cannot_be_removed_is_kept_with_the_reason_and_tried_again()
    {
        WriteLease("dead", DeadProcess(), new LeasedResource("container", "stuck"), new LeasedResource("container", "free"), new LeasedResource("rocket", "x"));
        var sweeper = new RecordingSweeper("container", r => r.Id == "stuck" ? throw new IOException("daemon is down") : true);

        var sweep = await _store.SweepAsync([sweeper], CancellationToken.None);

        Assert.Equal("free", Assert.Single(sweep.Removed).Id);
        Assert.Equal(
            [("x", "there is no sweeper for a rocket"), ("stuck", "daemon is down")],
            sweep.Kept.Select(k => (k.Resource.Id, k.Reason)));

        var again = new RecordingSweeper("container", _ => true);
        await _store.SweepAsync([again, new RecordingSweeper("rocket", _ => true)], CancellationToken.None);
        Assert.Equal(["stuck"], again.Asked);
        Assert.Empty(Leases());
    }

    [Fact]
    public async Task What_is_on_a_server_that_is_gone_is_given_up_after_a_day()
    {
        WriteLease("dead", DeadProcess(), new LeasedResource("database", "migrateboth_x", "db.example:3306"));
        var clock = new SettableClock();
        var store = new LeaseStore(_state, clock);
        ILeaseSweeper[] sweepers = [new RecordingSweeper("database", _ => false) { IsReachable = false }];

        var first = await store.SweepAsync(sweepers, CancellationToken.None);
        Assert.Contains("db.example:3306 has not answered since 2026-11-30 08:00 UTC", Assert.Single(first.Kept).Reason, StringComparison.Ordinal);

        clock.Now += TimeSpan.FromHours(23);
        Assert.Single((await store.SweepAsync(sweepers, CancellationToken.None)).Kept);

        // It answers once in between: the day begins anew.
        await store.SweepAsync([new RecordingSweeper("database", _ => false)], CancellationToken.None);
        clock.Now += TimeSpan.FromHours(2);
        Assert.Single((await store.SweepAsync(sweepers, CancellationToken.None)).Kept);

        clock.Now += TimeSpan.FromDays(1);
        Assert.Equal("migrateboth_x", Assert.Single((await store.SweepAsync(sweepers, CancellationToken.None)).GivenUp).Id);
        Assert.Empty(Leases());
    }

    [Fact]
    public async Task What_is_on_a_server_is_forgotten_at_once_when_the_user_says_so_and_nothing_else_is()
    {
        WriteLease("dead", DeadProcess(), new LeasedResource("database", "migrateboth_x", "db.example:3306"), new LeasedResource("container", "stuck"));

        var sweep = await _store.SweepAsync([new RecordingSweeper("database", _ => false), new RecordingSweeper("container", _ => false)], CancellationToken.None, forget: true);

        Assert.Equal(("migrateboth_x", "stuck"), (Assert.Single(sweep.GivenUp).Id, Assert.Single(sweep.Kept).Resource.Id));
    }

    [Fact]
    public async Task Many_leftovers_on_a_server_that_is_gone_are_one_wait()
    {
        WriteLease("dead", DeadProcess(), [.. Enumerable.Range(0, 50).Select(i => new LeasedResource("database", $"migrateboth_{i}", "db.example:3306"))]);
        var sweeper = new RecordingSweeper("database", _ => false) { IsReachable = false };

        Assert.Equal(50, (await _store.SweepAsync([sweeper], CancellationToken.None)).Kept.Count);
        Assert.Single(sweeper.Asked);
    }

    private sealed class SettableClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 30, 8, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }

    [Theory]
    [InlineData("{ not json")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{\"schemaVersion\":1}")]
    public async Task An_unreadable_lease_is_moved_aside_and_the_sweep_continues(string text)
    {
        Directory.CreateDirectory(LeaseDirectory);
        File.WriteAllText(Path.Combine(LeaseDirectory, "a.json"), text);
        WriteLease("b", DeadProcess(), new LeasedResource("directory", "folder"));

        var sweep = await _store.SweepAsync([new RecordingSweeper("directory", _ => true)], CancellationToken.None);

        Assert.True(File.Exists(Assert.Single(sweep.Unreadable)));
        Assert.Single(sweep.Removed);
        Assert.Empty(Leases());
    }

    [Fact]
    public async Task A_lease_of_a_newer_version_is_left_to_it()
    {
        Directory.CreateDirectory(LeaseDirectory);
        new LeaseFile(99, DeadProcess(), [new LeasedResource("directory", "folder")]).Write(Path.Combine(LeaseDirectory, "a.json"));
        var sweeper = new RecordingSweeper("directory", _ => true);

        await _store.SweepAsync([sweeper], CancellationToken.None);

        Assert.Empty(sweeper.Asked);
        Assert.Single(Leases());
    }

    [Fact]
    public async Task Two_runs_never_sweep_at_once()
    {
        WriteLease("dead", DeadProcess(), new LeasedResource("directory", "folder"));
        LeaseSweep? inner = null;
        var outer = new RecordingSweeper("directory", _ =>
        {
            inner = _store.SweepAsync([new RecordingSweeper("directory", _ => true)], CancellationToken.None).GetAwaiter().GetResult();
            return true;
        });

        var sweep = await _store.SweepAsync([outer], CancellationToken.None);

        Assert.Single(sweep.Removed);
        Assert.True(inner!.WasSkipped);
    }

    [Fact]
    public async Task A_cancelled_sweep_forgets_nothing()
    {
        WriteLease("dead", DeadProcess(), new LeasedResource("directory", "folder"), new LeasedResource("directory", "server"));
        using var cancellation = new CancellationTokenSource();
        var sweeper = new RecordingSweeper("directory", _ =>
        {
            cancellation.Cancel();
            return true;
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _store.SweepAsync([sweeper], cancellation.Token));

        var text = File.ReadAllText(Assert.Single(Leases()));
        Assert.Contains("folder", text, StringComparison.Ordinal);
        Assert.DoesNotContain("server", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Leases_added_from_many_threads_are_all_there()
    {
        var lease = _store.Open();

        Parallel.For(0, 50, i => lease.Add(new LeasedResource("directory", $"folder {i}")));

        Assert.Equal(50, LeaseFile.Read(Assert.Single(Leases())).Resources.Count);
        Assert.Empty(Directory.GetFiles(LeaseDirectory, "*.tmp"));
    }

    [Fact]
    public void A_state_directory_that_cannot_be_made_is_the_users_to_solve()
    {
        var file = Path.Combine(_state, "file");
        File.WriteAllText(file, string.Empty);

        var error = Assert.Throws<MigrateBothException>(() => new LeaseStore(file).Open());

        Assert.Equal("state-directory-unusable", error.Code);
        Assert.Contains("MIGRATEBOTH_STATE_DIR", error.Hint, StringComparison.Ordinal);
    }

    private string[] Leases() => Directory.Exists(LeaseDirectory) ? Directory.GetFiles(LeaseDirectory, "*.json") : [];

    private static ProcessStamp DeadProcess() => ProcessStamp.Current with { Id = int.MaxValue };

    private void WriteLease(string name, ProcessStamp process, params LeasedResource[] resources)
    {
        Directory.CreateDirectory(LeaseDirectory);
        new LeaseFile(LeaseFile.CurrentVersion, process, resources).Write(Path.Combine(LeaseDirectory, $"{name}.json"));
    }
}
