using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.Pairs;

namespace MigrateBoth.Tool.Tests.Pairs;

public sealed class PairWriterTests : IDisposable
{
    private readonly PairFixture _fixture = new();

    [Fact]
    public void Files_carry_a_byte_order_mark_as_the_scaffolder_of_EF_Core_writes_them()
    {
        _fixture.Write(_fixture.Addition);

        byte[] expected = [0xEF, 0xBB, 0xBF, .. System.Text.Encoding.UTF8.GetBytes(PairFixture.NewSnapshot)];
        Assert.Equal(expected, File.ReadAllBytes(_fixture.Snapshot("Sqlite")));
        Assert.Equal([0xEF, 0xBB, 0xBF], File.ReadAllBytes(_fixture.Migration("MySql", ".Designer"))[..3]);
    }

    [Theory]
    [InlineData("\r\n", "\r\n")]
    [InlineData("\n", "\n")]
    public void A_file_that_is_replaced_keeps_its_line_ends(string end, string expected)
    {
        File.WriteAllText(_fixture.Snapshot("Sqlite"), $"// old{end}// lines{end}");

        _fixture.Write([new PairFile(_fixture.Snapshot("Sqlite"), "// one\r\n// two\n", MustBeNew: false)]);

        Assert.Equal($"// one{expected}// two{expected}", File.ReadAllText(_fixture.Snapshot("Sqlite")));
    }

    [Fact]
    public void Nothing_but_the_files_of_the_pair_is_left()
    {
        var before = _fixture.Files().Keys.ToList();

        _fixture.Write(_fixture.Addition);

        var added = _fixture.Files().Keys.Except(before).Select(path => Path.Combine(_fixture.Root, path));
        Assert.Equal(_fixture.Addition.Where(file => file.MustBeNew).Select(file => file.Path).Order(), added.Order());
    }

    [Fact]
    public void No_file_that_the_compiler_would_include_exists_while_writing()
    {
        var before = _fixture.Files().Keys.ToList();
        var steps = _fixture.WriteAndStopAfter(int.MaxValue, _fixture.Addition).ToList();
        foreach (var until in Enumerable.Range(1, steps.IndexOf("commit") + 1))
        {
            using var fixture = new PairFixture();
            fixture.WriteAndStopAfter(until, fixture.Addition);
            Assert.DoesNotContain(fixture.Files().Keys.Except(before), path => path.EndsWith(".cs", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_taken_name_stops_the_change_and_leaves_everything_as_it_was()
    {
        File.WriteAllText(_fixture.Migration("MySql"), "// somebody else's");
        var before = _fixture.Files();

        var exception = Assert.Throws<MigrateBothException>(() => _fixture.Write(_fixture.Addition));

        Assert.Equal("file-exists", exception.Code);
        Assert.Contains(_fixture.Migration("MySql"), exception.Message, StringComparison.Ordinal);
        Assert.Equal(before, _fixture.Files());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_file_that_is_edited_meanwhile_is_kept_and_the_rest_is_reverted(bool isNew)
    {
        var target = isNew ? _fixture.Migration("MySql", ".Designer") : _fixture.Snapshot("MySql");
        using (var pairLock = PairLock.Acquire(_fixture.Project, "test"))
        {
            var writer = new PairWriter(pairLock);
            using var steps = writer.Steps("add Two", _fixture.Addition).GetEnumerator();
            while (steps.MoveNext() && steps.Current != "commit")
            {
            }

            File.WriteAllText(target, "// somebody else's");
            var exception = Assert.Throws<MigrateBothException>(() =>
            {
                while (steps.MoveNext())
                {
                }
            });
            Assert.Equal("file-changed-meanwhile", exception.Code);
        }

        // What Write does next, and what the next command would do had the process been killed here.
        PairRecovery.Recover(_fixture.Project);

        Assert.Equal("// somebody else's", File.ReadAllText(target));
        Assert.False(File.Exists(_fixture.Migration("Sqlite")));
        Assert.Equal(PairFixture.OldSnapshot, File.ReadAllText(_fixture.Snapshot("Sqlite")));
        Assert.DoesNotContain(_fixture.Files().Keys, path => path.Contains("migrateboth", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_sides_that_want_the_same_file_are_refused()
    {
        var same = _fixture.Addition.Select(file => file with { Path = file.Path.Replace("MySql", "Sqlite", StringComparison.Ordinal) }).ToList();

        var exception = Assert.Throws<MigrateBothException>(() => _fixture.Write(same));

        Assert.Equal("sides-share-a-file", exception.Code);
        Assert.Equal(ExitCode.Configuration, exception.ExitCode);
    }

    [Fact]
    public void Replaced_files_keep_their_permissions_and_links_stay_links()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var real = Path.Combine(_fixture.Root, "Real.cs");
        File.Move(_fixture.Snapshot("Sqlite"), real);
        File.CreateSymbolicLink(_fixture.Snapshot("Sqlite"), real);
        File.SetUnixFileMode(_fixture.Snapshot("MySql"), UnixFileMode.UserRead | UnixFileMode.UserWrite);

        _fixture.Write(_fixture.Addition);

        Assert.NotNull(new FileInfo(_fixture.Snapshot("Sqlite")).LinkTarget);
        Assert.Equal(PairFixture.NewSnapshot, File.ReadAllText(real));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_fixture.Snapshot("MySql")));
    }

    [Fact]
    public void A_snapshot_that_stays_the_same_is_not_touched()
    {
        _fixture.Write(_fixture.Addition);
        var written = File.GetLastWriteTimeUtc(_fixture.Snapshot("Sqlite"));

        _fixture.Write([.. _fixture.Addition.Where(file => !file.MustBeNew)]);

        Assert.Equal(written, File.GetLastWriteTimeUtc(_fixture.Snapshot("Sqlite")));
    }

    [Fact]
    public void A_second_run_at_the_same_time_is_turned_away()
    {
        using var first = PairLock.Acquire(_fixture.Project, "add One");

        // Twice: turning one away must not break the lock for the next.
        foreach (var name in new[] { "add Two", "add Three" })
        {
            PairRecovery.Recover(_fixture.Project);
            var exception = Assert.Throws<MigrateBothException>(() => PairLock.Acquire(_fixture.Project, name));
            Assert.Equal("pair-in-progress", exception.Code);
        }
    }

    [Fact]
    public void A_lock_file_of_a_killed_process_does_not_block_others()
    {
        File.WriteAllText(Path.Combine(_fixture.Project, PairLock.FileName), "dotnet migrate-both add One, process 1\n");

        _fixture.Write(_fixture.Addition);

        Assert.False(File.Exists(Path.Combine(_fixture.Project, PairLock.FileName)));
        Assert.True(File.Exists(_fixture.Migration("MySql")));
    }

    public void Dispose() => _fixture.Dispose();
}
