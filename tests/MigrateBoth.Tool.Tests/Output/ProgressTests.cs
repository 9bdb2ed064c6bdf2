using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.Tests.Output;

public sealed class ProgressTests : IDisposable
{
    private readonly TranscriptWriter _error = new();

    public void Dispose() => _error.Dispose();

    [Fact]
    public void Plain_lines_say_what_ended_how()
    {
        using (var progress = new PlainProgress(new MaskedWriter(_error), verbose: false, quiet: false))
        {
            using (var build = progress.Begin("build"))
            {
                build.Update("compiling");
                build.Succeed("2 projects");
            }

            using (var server = progress.Begin("server"))
            {
                server.Fail("Password=s3cret;Port=1");
            }

            progress.Begin("host").Dispose();
            progress.Detail("a detail");
            progress.Warning("mind the gap");
        }

        Assert.Matches("^build: 2 projects, [0-9.]+ s\nserver: failed: Password=\\*\\*\\*;Port=1, [0-9.]+ s\nhost: abandoned, [0-9.]+ s\nwarning: mind the gap\n$", Text);
    }

    [Fact]
    public void A_step_that_takes_minutes_is_not_silent_in_a_log()
    {
        using (var progress = new PlainProgress(_error, verbose: false, quiet: false, silence: TimeSpan.FromMilliseconds(20)))
        {
            using var build = progress.Begin("build");
            build.Update("compiling");
            Assert.True(SpinWait.SpinUntil(() => Text.Contains("build: still running after ", StringComparison.Ordinal) && Text.Contains(" s, compiling", StringComparison.Ordinal), TimeSpan.FromSeconds(20)), Text);
            build.Succeed();
        }

        Assert.EndsWith(" s\n", Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Quiet_leaves_warnings()
    {
        using (var progress = new PlainProgress(_error, verbose: false, quiet: true))
        {
            progress.Begin("build").Dispose();
            progress.Info("news");
            progress.Warning("mind the gap");
        }

        Assert.Equal("warning: mind the gap\n", Text);
    }

    [Fact]
    public void A_moving_list_ends_with_every_step_as_it_ended()
    {
        using (var progress = new LiveProgress(_error, width: 100, color: false))
        {
            using var build = progress.Begin("build");
            using var server = progress.Begin("server");
            build.Succeed("2 projects");
            progress.Info("news");
            server.Fail("Password=s3cret;Port=1");
        }

        Assert.Contains("+ build", Text, StringComparison.Ordinal);
        Assert.Contains("2 projects", Text, StringComparison.Ordinal);
        Assert.Contains("x server", Text, StringComparison.Ordinal);
        Assert.Contains("news", Text, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_written_while_the_list_is_drawn_never_stop_both()
    {
        var lists = Task.Run(() =>
        {
            for (var list = 0; list < 200; list++)
            {
                using var progress = new LiveProgress(_error, width: 100, color: false);
                using var step = progress.Begin("build");
                Parallel.For(0, 10, number => progress.Info($"line {(list * 10) + number}."));
            }
        });

        await lists.WaitAsync(TimeSpan.FromSeconds(60));

        var text = Text;
        Assert.All(Enumerable.Range(0, 2_000), number => Assert.Contains($"line {number}.", text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true, null, false, typeof(LiveProgress))]
    [InlineData(false, null, false, typeof(PlainProgress))]
    [InlineData(true, "CI", false, typeof(PlainProgress))]
    [InlineData(true, "TF_BUILD", false, typeof(PlainProgress))]
    [InlineData(true, null, true, typeof(PlainProgress))]
    public void A_moving_list_is_only_for_a_person_at_a_terminal(bool isTerminal, string? variable, bool verbose, Type expected)
    {
        var console = new ToolConsole
        {
            Out = TextWriter.Null,
            Error = _error,
            IsErrorTerminal = isTerminal,
            WorkingDirectory = "/",
            Environment = variable is null ? new Dictionary<string, string>() : new Dictionary<string, string> { [variable] = "true" },
        };

        using var progress = ProgressDisplay.For(console, new GlobalOptions(OutputFormat.Text, verbose, Quiet: false, NoColor: false, Timeout: null));

        Assert.IsType(expected, progress);
    }

    private string Text => _error.ToString().ReplaceLineEndings("\n");
}
