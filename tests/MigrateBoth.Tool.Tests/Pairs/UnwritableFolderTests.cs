using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.Pairs;

namespace MigrateBoth.Tool.Tests.Pairs;

public sealed class UnwritableFolderTests : IDisposable
{
    private readonly PairFixture _fixture = new();

    private string MySqlFolder => Path.Combine(_fixture.Project, "Migrations", "MySql");

    [SmallDiskFact]
    public void A_full_disk_on_one_side_leaves_both_sides_as_they_were()
    {
        using var disk = SmallDisk.Mount(MySqlFolder, 8);
        File.WriteAllBytes(Path.Combine(MySqlFolder, "filler"), new byte[4096]);
        var before = _fixture.Files();

        var exception = Assert.Throws<MigrateBothException>(() => _fixture.Write(_fixture.Addition));

        Assert.Equal("disk-full", exception.Code);
        Assert.Equal(ExitCode.Incomplete, exception.ExitCode);
        Assert.Contains(MySqlFolder, exception.Message, StringComparison.Ordinal);
        Assert.Equal(before, _fixture.Files());
    }

    [SmallDiskFact]
    public void A_read_only_folder_on_one_side_leaves_both_sides_as_they_were()
    {
        using var disk = SmallDisk.Mount(MySqlFolder, 64);
        disk.MakeReadOnly();
        var before = _fixture.Files();

        var exception = Assert.Throws<MigrateBothException>(() => _fixture.Write(_fixture.Addition));

        Assert.Equal("migrations-not-writable", exception.Code);
        Assert.Equal(ExitCode.Incomplete, exception.ExitCode);
        Assert.Contains(MySqlFolder, exception.Message, StringComparison.Ordinal);
        Assert.Equal(before, _fixture.Files());
    }

    [SmallDiskFact]
    public void A_read_only_project_folder_is_named_before_anything_is_done()
    {
        using var disk = SmallDisk.Mount(Path.Combine(_fixture.Project, "Migrations"), 64);
        disk.MakeReadOnly();

        var exception = Assert.Throws<MigrateBothException>(() => PairLock.Acquire(Path.Combine(_fixture.Project, "Migrations"), "add Two"));

        Assert.Equal("migrations-not-writable", exception.Code);
    }

    [SmallDiskFact]
    public void A_folder_that_turns_read_only_half_way_is_named_and_the_next_command_ends_the_work()
    {
        var before = _fixture.Files();
        using (var disk = SmallDisk.Mount(MySqlFolder, 64))
        {
            var steps = _fixture.WriteAndStopAfter(1_000, _fixture.Addition).ToList();
            _fixture.Write(_fixture.Removal);
            _fixture.WriteAndStopAfter(steps.IndexOf("commit") + 2, _fixture.Addition);
            disk.MakeReadOnly();
            var exception = Assert.Throws<MigrateBothException>(() => PairRecovery.Recover(_fixture.Project));
            Assert.Equal("pair-not-recovered", exception.Code);

            disk.MakeWritable();
            Assert.True(PairRecovery.Recover(_fixture.Project)!.IsFinished);
            Assert.Equal(before.Count + 4, _fixture.Files().Count);
        }
    }

    public void Dispose() => _fixture.Dispose();
}
