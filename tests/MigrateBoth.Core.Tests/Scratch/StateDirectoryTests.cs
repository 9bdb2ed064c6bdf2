using MigrateBoth.Core.Scratch;

namespace MigrateBoth.Core.Tests.Scratch;

public sealed class StateDirectoryTests
{
    [Fact]
    public void The_variable_wins() =>
        Assert.Equal("/given", Locate(("MIGRATEBOTH_STATE_DIR", "/given"), ("XDG_STATE_HOME", "/xdg")));

    [Fact]
    public void Then_the_desktop_standard() =>
        Assert.Equal(Path.Combine("/xdg", "migrate-both"), Locate(("XDG_STATE_HOME", "/xdg")));

    [Fact]
    public void A_relative_path_in_the_desktop_standard_is_ignored() =>
        Assert.Equal(Locate(), Locate(("XDG_STATE_HOME", "relative")));

    [Fact]
    public void Else_a_folder_of_the_users_own() => Assert.Contains("migrate-both", Locate(), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    public void An_account_without_a_home_has_a_temporary_folder_of_its_own(string home)
    {
        var directory = StateDirectory.Locate(_ => null, home);

        Assert.StartsWith(Path.Combine(Path.GetTempPath(), "migrate-both-"), directory, StringComparison.Ordinal);
        Assert.NotEqual("migrate-both-", Path.GetFileName(directory));
    }

    [Fact]
    public void A_home_that_cannot_be_written_is_none()
    {
        // Nothing can be made there, whatever account asks.
        const string Unwritable = "/proc/self";
        if (!Directory.Exists(Unwritable))
        {
            return;
        }

        Assert.StartsWith(Path.GetTempPath(), StateDirectory.Locate(Unwritable, Path.Combine(Unwritable, "state", "migrate-both")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_home_that_can_be_written_is_left_as_it_is()
    {
        var home = Directory.CreateTempSubdirectory("migrate-both-home-").FullName;
        try
        {
            var state = Path.Combine(home, ".local", "share", "migrate-both");

            Assert.Equal(state, StateDirectory.Locate(home, state));
            Assert.Empty(Directory.GetFileSystemEntries(home));
        }
        finally
        {
            Directory.Delete(home);
        }
    }

    private static string Locate(params (string Name, string Value)[] environment) =>
        StateDirectory.Locate(name => environment.FirstOrDefault(e => e.Name == name).Value);
}
