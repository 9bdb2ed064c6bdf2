using CliWrap;
using CliWrap.Buffered;
using MigrateBoth.EndToEnd.Tests.Infrastructure;

namespace MigrateBoth.EndToEnd.Tests.Packages;

/// <summary>The script that a release takes its notes from.</summary>
public sealed class ReleaseNotesTests : IDisposable
{
    private readonly string _changelog = Path.GetTempFileName();

    [LinuxFact]
    public async Task Notes_are_the_version_s_own_section()
    {
        await File.WriteAllTextAsync(_changelog, "# Changelog\n\n## [Unreleased]\n\n- later\n\n## [1.2.0] - 2026-01-01\n\n### Added\n\n- this\n\n## [1.1.0]\n\n- before\n");

        var run = await RunAsync("1.2.0");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("\n### Added\n\n- this\n", run.StandardOutput);
    }

    [LinuxTheory]
    [InlineData("1.3.0")]
    [InlineData("1.2")]
    public async Task A_version_without_notes_is_refused(string version)
    {
        await File.WriteAllTextAsync(_changelog, "## [1.2.0]\n\n- this\n\n## [1.3.0]\n\n");

        var run = await RunAsync(version);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"[{version}]", run.StandardError, StringComparison.Ordinal);
    }

    public void Dispose() => File.Delete(_changelog);

    private async Task<BufferedCommandResult> RunAsync(string version) =>
        await Cli.Wrap(Path.Combine(Repository.Root, "eng", "release-notes.sh"))
            .WithArguments([version])
            .WithEnvironmentVariables(variables => variables.Set("CHANGELOG", _changelog))
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync();
}
