using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.Pairs;

namespace MigrateBoth.Tool.Tests.Pairs;

public sealed class PairRecoveryTests : IDisposable
{
    private readonly PairFixture _fixture = new();

    public static TheoryData<string> Changes => ["add", "remove", "add to new folders"];

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_change_stopped_after_any_step_ends_whole_or_not_at_all(string kind)
    {
        var outcomes = new List<bool?>();
        IReadOnlyList<string> done;
        var steps = 0;
        do
        {
            using var fixture = new PairFixture();
            var files = Prepare(fixture, kind);
            var before = fixture.Files();
            done = fixture.WriteAndStopAfter(++steps, files);

            var repair = PairRecovery.Recover(fixture.Project);

            outcomes.Add(repair?.IsFinished);
            var expected = repair is { IsFinished: false } ? before : After(kind);
            Assert.Equal(expected, fixture.Files());
        }
        while (done.Count == steps);

        // Back until the commit, forward from there on, and nothing to repair once it has ended.
        var commit = outcomes.IndexOf(true);
        Assert.True(commit > 3, $"first finished after step {commit}");
        Assert.All(outcomes.Take(commit), outcome => Assert.False(outcome));
        Assert.All(outcomes.Skip(commit).SkipLast(2), outcome => Assert.True(outcome));
        Assert.All(outcomes.TakeLast(2), Assert.Null);
    }

    [Fact]
    public void Recovery_that_is_itself_stopped_is_ended_by_the_next_one()
    {
        _fixture.WriteAndStopAfter(StepsUntilCommit() + 2, _fixture.Addition);

        // A recovery that was killed after its first file.
        var journal = PairJournal.ReadFrom(_fixture.Project)!;
        new PairTransaction(_fixture.Project, journal).Files.First(file => file.State() == EntryState.Pending).Apply();
        PairRecovery.Recover(_fixture.Project);

        Assert.Equal(After("add"), _fixture.Files());
    }

    [Fact]
    public void A_change_whose_new_contents_are_lost_is_taken_back()
    {
        var before = _fixture.Files();
        _fixture.WriteAndStopAfter(StepsUntilCommit() + 4, _fixture.Addition);
        foreach (var staged in Directory.GetFiles(_fixture.Root, ".*.migrateboth-new", SearchOption.AllDirectories))
        {
            File.Delete(staged);
        }

        var repair = PairRecovery.Recover(_fixture.Project);

        Assert.False(repair!.IsFinished);
        Assert.Equal(before, _fixture.Files());
    }

    [Fact]
    public void A_migration_edited_after_it_had_arrived_keeps_the_edit()
    {
        _fixture.WriteAndStopAfter(StepsUntilCommit() + 1, _fixture.Addition);
        File.WriteAllText(_fixture.Migration("Sqlite"), "// edited");

        var repair = PairRecovery.Recover(_fixture.Project);

        Assert.True(repair!.IsFinished);
        Assert.Equal("// edited", File.ReadAllText(_fixture.Migration("Sqlite")));
        Assert.Equal(PairFixture.NewSnapshot, File.ReadAllText(_fixture.Snapshot("MySql")));
    }

    [Fact]
    public void Without_new_contents_and_without_backups_it_says_that_it_cannot()
    {
        _fixture.WriteAndStopAfter(StepsUntilCommit() + 4, _fixture.Addition);
        foreach (var beside in Directory.GetFiles(_fixture.Root, ".*.migrateboth-*", SearchOption.AllDirectories))
        {
            File.Delete(beside);
        }

        var exception = Assert.Throws<MigrateBothException>(() => PairRecovery.Recover(_fixture.Project));

        Assert.Equal("pair-broken", exception.Code);
        Assert.Equal(ExitCode.Incomplete, exception.ExitCode);
        Assert.Contains(_fixture.Snapshot("MySql"), exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_lock_file_of_a_process_killed_before_it_wrote_is_swept()
    {
        var lockFile = Path.Combine(_fixture.Project, PairLock.FileName);
        File.WriteAllText(lockFile, "dotnet migrate-both add One, process 1\n");

        Assert.Null(PairRecovery.Recover(_fixture.Project));

        Assert.False(File.Exists(lockFile));
    }

    [Fact]
    public void A_damaged_journal_is_reported_not_guessed_at()
    {
        _fixture.WriteAndStopAfter(StepsUntilCommit(), _fixture.Addition);
        File.WriteAllText(Path.Combine(_fixture.Project, PairJournal.FileName), "{ \"state\":");

        var exception = Assert.Throws<MigrateBothException>(() => PairRecovery.Recover(_fixture.Project));

        Assert.Equal("pair-broken", exception.Code);
    }

    [Fact]
    public void A_project_that_moved_between_the_kill_and_the_recovery_recovers()
    {
        _fixture.WriteAndStopAfter(StepsUntilCommit() + 3, _fixture.Addition);
        Directory.Move(_fixture.Project, Path.Combine(_fixture.Root, "Moved"));

        PairRecovery.Recover(Path.Combine(_fixture.Root, "Moved"));

        Directory.Move(Path.Combine(_fixture.Root, "Moved"), _fixture.Project);
        Assert.Equal(After("add"), _fixture.Files());
    }

    [Fact]
    public void While_the_other_process_lives_nothing_is_touched()
    {
        using var other = PairLock.Acquire(_fixture.Project, "add Two");
        foreach (var _ in new PairWriter(other).Steps("add Two", _fixture.Addition).Take(StepsUntilCommit() + 1))
        {
        }

        var before = _fixture.Files();
        var exception = Assert.Throws<MigrateBothException>(() => PairRecovery.Recover(_fixture.Project));

        Assert.Equal("pair-in-progress", exception.Code);
        Assert.Equal(ExitCode.Incomplete, exception.ExitCode);
        Assert.Equal(before, _fixture.Files());
    }

    public void Dispose() => _fixture.Dispose();

    private static IReadOnlyList<PairFile> Prepare(PairFixture fixture, string kind)
    {
        switch (kind)
        {
            case "remove":
                fixture.Write(fixture.Addition);
                return fixture.Removal;
            case "add to new folders":
                Directory.Delete(Path.Combine(fixture.Project, "Migrations"), recursive: true);
                return fixture.Addition;
            default:
                return fixture.Addition;
        }
    }

    private static SortedDictionary<string, string> After(string kind)
    {
        using var fixture = new PairFixture();
        fixture.Write(Prepare(fixture, kind));
        return fixture.Files();
    }

    private static int StepsUntilCommit()
    {
        using var fixture = new PairFixture();
        return fixture.WriteAndStopAfter(int.MaxValue, fixture.Addition).ToList().IndexOf("commit") + 1;
    }
}
