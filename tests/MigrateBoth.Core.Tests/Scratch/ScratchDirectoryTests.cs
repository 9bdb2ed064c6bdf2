using MigrateBoth.Core.Scratch;

namespace MigrateBoth.Core.Tests.Scratch;

public sealed class ScratchDirectoryTests : IDisposable
{
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
        var left = Path.Combine(_state, "migrateboth-0123-test");
        Directory.CreateDirectory(Path.Combine(left, "inner"));

        Assert.True(await new DirectorySweeper().SweepAsync(new LeasedResource("directory", left), CancellationToken.None));
        Assert.False(Directory.Exists(left));
        Assert.True(await new DirectorySweeper().SweepAsync(new LeasedResource("directory", left), CancellationToken.None));
    }

    [Theory]
    [InlineData("somebodys-home")]
    [InlineData("migrateboth-0123-test/..")]
    public async Task The_sweeper_never_removes_any_other_folder(string name)
    {
        Directory.CreateDirectory(Path.Combine(_state, "somebodys-home"));
        Directory.CreateDirectory(Path.Combine(_state, "migrateboth-0123-test"));

        Assert.False(await new DirectorySweeper().SweepAsync(new LeasedResource("directory", Path.Combine(_state, name)), CancellationToken.None));
        Assert.True(Directory.Exists(Path.Combine(_state, "somebodys-home")));
    }
}
