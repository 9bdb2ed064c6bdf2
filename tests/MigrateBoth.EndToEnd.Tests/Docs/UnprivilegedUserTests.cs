using MigrateBoth.EndToEnd.Tests.Infrastructure;

namespace MigrateBoth.EndToEnd.Tests.Docs;

/// <summary>Follows the README from the installation on, as a user without root and without Docker.</summary>
[Collection(WithInstalledTool.Name)]
public sealed class UnprivilegedUserTests(InstalledTool tool)
{
    [OtherUserFact]
    [Trait("Category", "Long")]
    public async Task Every_command_of_the_README_runs_without_root_and_without_Docker()
    {
        using var user = new OtherUser();
        var server = Environment.GetEnvironmentVariable("MIGRATEBOTH_TEST_MYSQLD")
            ?? throw new InvalidOperationException("MIGRATEBOTH_TEST_MYSQLD is not set: run eng/test.sh, or export what eng/mysql/ensure-local.sh prints.");
        var installation = Path.GetDirectoryName(Path.GetDirectoryName(server))!;
        user.Environment["MIGRATEBOTH_MYSQLD"] = Path.Combine(user.Lay(installation, "mysql"), "bin", Path.GetFileName(server));
        var page = Path.Combine(Repository.Root, "README.md");
        await user.OwnAsync();

        foreach (var line in DocumentedCommandTests.Lines(page).Where(line => line.StartsWith("dotnet tool install ", StringComparison.Ordinal)))
        {
            var words = line.Split(' ');
            var installed = await user.RunAsync(words[0], words[1..]);

            Assert.True(installed.ExitCode == 0, $"{line}\n{installed}");
        }

        // What the SDK says after the first global tool: its folder belongs on the path.
        user.Environment["PATH"] = Path.Combine(user.Home, ".dotnet", "tools") + Path.PathSeparator + user.Environment["PATH"];

        using (var sample = Sandbox.OfSample(tool, "layouts/Folders"))
        {
            sample.CopyInto(user.Work);
        }

        await user.OwnAsync();
        var commands = DocumentedCommandTests.Commands(page);
        Assert.NotEmpty(commands);
        foreach (var command in commands)
        {
            var result = await user.RunAsync("dotnet", ["migrate-both", .. DocumentedCommandTests.Arguments(command).Select(DocumentedCommandTests.OnTheSample)]);

            Assert.True(result.ExitCode == 0, $"{command}\n{result}");
            Assert.False(command.Contains(" verify", StringComparison.Ordinal) && !result.Output.Contains(", local", StringComparison.Ordinal), result.ToString());
        }

        // As under cron or in a container: no home.
        user.Environment.Remove("HOME");
        user.Environment["DOTNET_CLI_HOME"] = user.Home;
        var homeless = await user.RunAsync("dotnet", "migrate-both", "verify", "--no-build", "--format", "json");
        Assert.True(homeless.ExitCode == 0, homeless.ToString());
        Assert.Equal("local", homeless.Json.GetProperty("engines").GetProperty("mysql").GetProperty("source").GetString());

        Assert.DoesNotContain(user.Processes(), process => process.Contains("mysqld", StringComparison.Ordinal) || process.Contains("DesignHost", StringComparison.Ordinal));
    }
}
