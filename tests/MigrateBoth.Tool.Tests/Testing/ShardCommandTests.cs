using MigrateBoth.Core;
using MigrateBoth.Tool.Tests.CommandLine;

namespace MigrateBoth.Tool.Tests.Testing;

/// <summary><c>test --shard</c> and <c>merge</c>.</summary>
public sealed class ShardCommandTests : IDisposable
{
    private static readonly string[] Tests = ["N.A.One", "N.B.One", "N.C.One", "N.D.One"];

    private readonly ScriptedSuite _suite = new() { Classes = ["N.A", "N.B", "N.C", "N.D"] };

    public ShardCommandTests()
    {
        _suite.Behave(Engine.Sqlite, Tests);
        _suite.Behave(Engine.MySql, Tests);
    }

    public void Dispose() => _suite.Dispose();

    [Fact]
    public async Task Parts_merged_are_the_report_of_one_run()
    {
        _suite.Script(
            Engine.MySql, _suite.Results(Engine.MySql, [.. Tests.Select(test => (test, "Passed", (string?)null))]),
            _suite.Recording(Engine.MySql, Tests, "n:2"));
        var whole = await _suite.RunAsync("test");

        var merged = await MergedAsync();

        Assert.Equal(1, whole.ExitCode);
        Assert.Equal(WithoutTimes(whole.Out), WithoutTimes(merged.Out));
        Assert.Equal(whole.ExitCode, merged.ExitCode);
    }

    [Fact]
    public async Task Parts_that_pass_pass_together() => Assert.Equal(0, (await MergedAsync()).ExitCode);

    [Fact]
    public async Task A_missing_part_is_incomplete()
    {
        await PartsAsync();
        File.Delete(_suite.PathOf("parts/2.json"));

        await IncompleteAsync("Part 2/2 is missing");
    }

    [Fact]
    public async Task One_part_twice_is_incomplete()
    {
        await PartsAsync();
        File.Copy(_suite.PathOf("parts/1.json"), _suite.PathOf("parts/2.json"), overwrite: true);

        await IncompleteAsync("is there 2 times", "Part 2/2 is missing");
    }

    [Fact]
    public async Task Parts_of_different_commits_are_incomplete()
    {
        await PartsAsync();
        foreach (var part in new[] { 1, 2 })
        {
            var file = _suite.PathOf($"parts/{part}.json");
            var text = await File.ReadAllTextAsync(file);
            var at = text.IndexOf("\"sources\":[", StringComparison.Ordinal);
            Assert.True(at > 0);
            await File.WriteAllTextAsync(file, $"{text[..at]}\"sources\":[{{\"project\":\"Suite.Tests\",\"commit\":\"c0ffee{part}\"}}]{text[(text.IndexOf(']', at) + 1)..]}");
        }

        await IncompleteAsync("commit c0ffee2 in part 2/2 and of c0ffee1 in part 1/2");
    }

    [Fact]
    public async Task Parts_of_suites_that_were_divided_differently_are_incomplete()
    {
        await PartsAsync();
        await _suite.RunAsync("test", "--shard", "2/3", "--results", "parts/2.json");

        await IncompleteAsync("divided differently");
    }

    [Fact]
    public async Task A_part_of_which_a_test_was_taken_out_is_incomplete()
    {
        await PartsAsync();
        var file = _suite.PathOf("parts/1.json");
        var text = await File.ReadAllTextAsync(file);
        var at = text.IndexOf("{\"project\":\"Suite.Tests\",\"name\":\"N.", text.IndexOf("\"tests\":", StringComparison.Ordinal), StringComparison.Ordinal);
        var next = text.IndexOf("{\"project\":\"Suite.Tests\",\"name\":\"N.", at + 1, StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, text[..at] + text[next..]);

        await IncompleteAsync("No part holds a test of N.");
    }

    [Fact]
    public async Task A_part_whose_process_crashed_makes_the_whole_incomplete()
    {
        _suite.Script(Engine.MySql, "crash");
        await PartsAsync();

        await IncompleteAsync("left no results");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"toolVersion":"1","shard":null,"result":{}}""")]
    [InlineData("""{"toolVersion":"1","shard":{"index":3,"count":2},"result":{}}""")]
    [InlineData("""{"toolVersion":"1","shard":{"index":1,"count":2000000000},"result":{}}""")]
    [InlineData("""{"toolVersion":"1","shard":{"index":1,"count":1},"result":{"tests":null}}""")]
    public async Task What_is_no_result_is_refused(string text)
    {
        Directory.CreateDirectory(_suite.PathOf("parts"));
        await File.WriteAllTextAsync(_suite.PathOf("parts/1.json"), text);

        var run = await _suite.RunAsync("merge", "parts");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("results-unreadable", run.Json.GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_file_or_folder_that_is_not_there_is_a_wrong_argument()
    {
        var run = await _suite.RunAsync("merge", "NOWHERE");

        Assert.Equal(78, run.ExitCode);
        Assert.Equal("results-not-found", run.Json.GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public async Task An_empty_folder_is_incomplete()
    {
        Directory.CreateDirectory(_suite.PathOf("parts"));

        await IncompleteAsync("There are no results to merge");
    }

    [Fact]
    public async Task A_part_with_no_class_says_so_and_merges()
    {
        foreach (var part in Enumerable.Range(1, 5))
        {
            Assert.Equal(part == 5 ? 2 : 0, (await _suite.RunAsync("test", "--shard", $"{part}/5", "--results", $"parts/{part}.json")).ExitCode);
        }

        Assert.Equal(0, (await _suite.RunAsync("merge", "parts")).ExitCode);
    }

    [Fact]
    public async Task A_class_that_is_listed_and_does_not_run_is_incomplete()
    {
        _suite.Classes = ["N.A", "N.B", "N.C", "N.D", "N.Nested+Inner"];

        var runs = new[] { await _suite.RunAsync("test", "--shard", "1/2"), await _suite.RunAsync("test", "--shard", "2/2") };

        Assert.Contains(runs, run => run.ExitCode == 2 && run.Out.Contains("listed and none of their tests ran: N.Nested", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_class_that_runs_and_was_not_listed_is_incomplete()
    {
        _suite.Classes = ["N.A", "N.B", "N.C"];

        var run = await _suite.RunAsync("test", "--shard", "1/2");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("not listed: N.D", run.Out, StringComparison.Ordinal);
    }

    private async Task PartsAsync()
    {
        foreach (var part in new[] { 1, 2 })
        {
            var run = await _suite.RunAsync("test", "--shard", $"{part}/2", "--results", $"parts/{part}.json");
            Assert.True(File.Exists(_suite.PathOf($"parts/{part}.json")), run.Out + run.Error);
        }
    }

    private async Task<ToolRun> MergedAsync()
    {
        await PartsAsync();
        return await _suite.RunAsync("merge", "parts");
    }

    private async Task IncompleteAsync(params string[] says)
    {
        var run = await _suite.RunAsync("merge", "parts");

        Assert.True(run.ExitCode == 2, run.Out + run.Error);
        Assert.All(says, word => Assert.Contains(word, run.Out, StringComparison.Ordinal));
    }

    private static string WithoutTimes(string json) =>
        string.Join('\n', json.Split('\n').Where(line => !line.Contains("milliseconds", StringComparison.OrdinalIgnoreCase) && !line.StartsWith("  \"command\"", StringComparison.Ordinal)));
}
