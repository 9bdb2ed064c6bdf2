using MigrateBoth.Core.Scratch;

namespace MigrateBoth.Core.Tests.Scratch;

public sealed class ScratchDirectoryTests : IDisposable
{
    private const string OurName = "migrateboth-0123abcdef-test";

    private readonly string _state = Directory.CreateTempSubdirectory("directory-tests-").FullName;

    public void Dispose() => Directory.Delete(_state, recursive: true);

    [Fact]
    public void A_directory_is_private_leased_and_gone_after_dispose()
    {
        var directory = ScratchDirectory.Create(new LeaseStore(_state).Open(), "test");
        File.WriteAllText(Path.Combine(directory.Path, "file"), "text");

        Assert.Single(Directory.GetFiles(Path.Combine(_state, "leases"), "*.json"));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(directory.Path));
        }

        directory.Dispose();

        Assert.False(Directory.Exists(directory.Path));
        Assert.Empty(Directory.GetFiles(Path.Combine(_state, "leases"), "*.json"));
    }

    [Fact]
    public async Task The_sweeper_removes_our_folders()
    {
        // Never disposed, as by a process that was killed.
        var left = ScratchDirectory.Create(new LeaseStore(_state).Open(), "test", _state).Path;
        Directory.CreateDirectory(Path.Combine(left, "inner"));

        Assert.True(await SweepAsync(left));
        Assert.False(Directory.Exists(left));
        Assert.True(await SweepAsync(left));
    }

    [Fact]
    public async Task The_sweeper_removes_a_folder_whose_maker_was_killed_before_it_was_marked()
    {
        var left = Path.Combine(_state, OurName);
        Directory.CreateDirectory(left);

        Assert.True(await SweepAsync(left));
        Assert.False(Directory.Exists(left));
    }

    [Theory]
    [InlineData("somebodys-home")]
    [InlineData("migrateboth-backup")]
    [InlineData("migrateboth-0123abcdef-test/..")]
    [InlineData("migrateboth-0123abcdef-test/somebodys-home")]
    public async Task The_sweeper_never_removes_a_folder_of_another_name(string name)
    {
        Directory.CreateDirectory(Path.Combine(_state, OurName, "somebodys-home"));
        Directory.CreateDirectory(Path.Combine(_state, "migrateboth-backup"));
        Directory.CreateDirectory(Path.Combine(_state, "somebodys-home"));
        var path = Path.Combine(_state, name);

        Assert.False(await SweepAsync(path));
        Assert.True(Directory.Exists(path));
    }

    [Fact]
    public async Task The_sweeper_never_removes_a_folder_without_our_marker()
    {
        var path = Path.Combine(_state, OurName);
        Directory.CreateDirectory(path);
        await File.WriteAllTextAsync(Path.Combine(path, "thesis.txt"), "years of work");

        Assert.False(await SweepAsync(path));
        Assert.True(File.Exists(Path.Combine(path, "thesis.txt")));
    }

    [Fact]
    public async Task The_sweeper_does_not_follow_a_link()
    {
        var real = ScratchDirectory.Create(new LeaseStore(_state).Open(), "test", _state).Path;
        var link = Path.Combine(_state, OurName);
        Directory.CreateSymbolicLink(link, real);

        Assert.False(await SweepAsync(link));
        Assert.True(Directory.Exists(real));
    }

    [Fact]
    public void A_directory_that_is_detached_outlives_its_maker()
    {
        var directory = ScratchDirectory.Create(new LeaseStore(_state).Open(), "test", _state);

        directory.Detach();
        directory.Dispose();

        Assert.True(Directory.Exists(directory.Path));
        Assert.Empty(Directory.GetFiles(Path.Combine(_state, "leases"), "*.json"));
    }

    [Fact]
    public void A_directory_that_cannot_be_made_leaves_no_lease()
    {
        var file = Path.Combine(_state, "a-file");
        File.WriteAllText(file, "not a folder");

        Assert.ThrowsAny<IOException>(() => ScratchDirectory.Create(new LeaseStore(_state).Open(), "test", file));
        Assert.Empty(Directory.GetFiles(Path.Combine(_state, "leases"), "*.json"));
    }

    [Fact]
    public async Task A_folder_that_is_still_written_to_is_recognized_afterwards()
    {
        var left = ScratchDirectory.Create(new LeaseStore(_state).Open(), "test", _state).Path;
        var isOver = false;
        var writer = Task.Run(() =>
        {
            for (var number = 0; !Volatile.Read(ref isOver) && Directory.Exists(left); number++)
            {
                try
                {
                    File.WriteAllText(Path.Combine(left, $"{number}"), "data");
                }
                catch (IOException)
                {
                    // The folder has just been removed.
                }
            }
        });

        for (var attempt = 0; attempt < 200 && !await SweepAsync(left); attempt++)
        {
            Assert.True(File.Exists(Path.Combine(left, ScratchDirectory.Marker)), "it lost its marker");
        }

        Volatile.Write(ref isOver, true);
        await writer;

        Assert.True(await SweepAsync(left) || !Directory.Exists(left));
    }

    private static Task<bool> SweepAsync(string path) =>
        new DirectorySweeper().SweepAsync(new LeasedResource("directory", path), CancellationToken.None);
}
