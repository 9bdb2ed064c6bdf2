using System.Reflection;

using MigrateBoth.Core.Recordings;
using MigrateBoth.Testing.Servers.Sqlite;
using MigrateBoth.Testing.TestNames;

using Microsoft.EntityFrameworkCore;

namespace MigrateBoth.Testing.Tests.Recording;

/// <summary>Which test a command is recorded under. These tests are themselves the tests that are found.</summary>
public sealed class AttributionTests : IDisposable
{
    private const string Prefix = "MigrateBoth.Testing.Tests.Recording.AttributionTests.";
    private readonly RecordedGarden _garden = new(SqliteTestServer.Start(Path.Combine(Path.GetTempPath(), $"migrateboth-testing-tests-{Environment.ProcessId}-names")));

    public AttributionTests() => _garden.Recorder.Observe(TestStack.Find(), isReset: true);

    [Fact]
    public void A_constructor_is_recorded_under_the_test_it_was_for()
    {
        Count();

        var test = Assert.Single(_garden.Finish().Tests);
        Assert.Equal("MigrateBoth.Testing.Tests.Recording.AttributionTests", test.Class);
        Assert.Equal(Prefix + nameof(A_constructor_is_recorded_under_the_test_it_was_for), test.Name);
        Assert.Single(test.Steps);
        Assert.True(test.HasEnded);
    }

    [Fact]
    public async Task A_command_behind_a_real_wait_is_its_context_s_test_s()
    {
        await using (var context = _garden.NewContext())
        {
            // The context belongs to the scope; the name was found before, when a connection was opened in the test itself.
            await context.Beds.CountAsync();
            await Task.Run(async () =>
            {
                await Task.Delay(5);
                await context.Beds.CountAsync();
            });
        }

        var test = Assert.Single(_garden.Finish().Tests);
        Assert.Equal(Prefix + nameof(A_command_behind_a_real_wait_is_its_context_s_test_s), test.Name);
        Assert.Equal(2, test.Steps.Count);
    }

    [Fact]
    public async Task What_runs_on_the_end_of_a_test_is_not_taken_for_that_test()
    {
        RunningTest? found = new(null, null);
        var source = new TaskCompletionSource();
        // As a framework that begins the next test on the stack on which the last one ended.
        var next = source.Task.ContinueWith(_ => found = TestStack.Find(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

        source.SetResult();
        await next;

        Assert.Null(found);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Rows_of_a_theory_are_runs_of_one_name(int count)
    {
        for (var i = 0; i < count; i++)
        {
            Count();
        }

        var test = Assert.Single(_garden.Finish().Tests);
        Assert.Equal((Prefix + nameof(Rows_of_a_theory_are_runs_of_one_name), count), (test.Name, test.Steps.Count));
    }

    [Fact]
    public void A_reset_begins_another_run_and_an_empty_one_leaves_no_trace()
    {
        Count();
        _garden.Recorder.Observe(RunningTest.Find(), isReset: true);
        Count();
        Count();
        _garden.Recorder.Observe(null, isReset: true);
        _garden.Recorder.Observe(null, isReset: true);

        Assert.Equal([1, 2], _garden.Finish().Tests.Select(test => test.Steps.Count));
    }

    [Fact]
    public void Tests_that_the_framework_tells_apart_may_share_a_database()
    {
        RunningTest one = Test("one", nameof(A_constructor_is_recorded_under_the_test_it_was_for));
        RunningTest other = Test("other", nameof(Rows_of_a_theory_are_runs_of_one_name));
        _garden.Recorder.Observe(one, isReset: true);
        using var first = _garden.NewContext();
        _garden.Recorder.Observe(other, isReset: false);
        using var second = _garden.NewContext();
        _ = first.Beds.Count();
        _ = second.Beds.Count();
        _ = first.Beds.Count();

        Assert.Equal([("one", 2), ("other", 1)], _garden.Finish().Tests.Where(test => test.DisplayName is not null).Select(test => (test.DisplayName!, test.Steps.Count)));
    }

    [Fact]
    public async Task A_request_names_the_test_of_its_class_only()
    {
        _garden.Recorder.Observe(new RunningTest(null, typeof(RecorderTests)), isReset: true);
        using var context = _garden.NewContext();
        _garden.Recorder.ObserveRequest(Test(null, nameof(A_constructor_is_recorded_under_the_test_it_was_for)));
        _garden.Recorder.ObserveRequest(new RunningTest(
            new TestMethod(typeof(RecorderTests), typeof(RecorderTests).GetMethod(nameof(RecorderTests.A_query_is_recorded_with_shape_tags_order_columns_and_rows))!), typeof(RecorderTests)));
        // As the application's server works on a request: this test is not on its stack.
        await Task.Run(() => context.Beds.Count());

        Assert.Equal(typeof(RecorderTests).FullName + "." + nameof(RecorderTests.A_query_is_recorded_with_shape_tags_order_columns_and_rows), _garden.Finish().Tests.Single(test => test.Steps.Count > 0).Name);
    }

    [Fact]
    public async Task A_recording_of_a_process_that_is_killed_shows_what_ran_last()
    {
        Count();

        // Nothing is closed; another process would look at the file like this.
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Core.Recordings.Recording? seen = null;
        while (seen?.Tests is not [{ Steps.Count: 1 }] && clock.Elapsed < TimeSpan.FromSeconds(30))
        {
            await Task.Delay(50);
            seen = _garden.Peek();
        }

        Assert.False(seen!.IsComplete);
        var test = Assert.Single(seen.Tests);
        Assert.Equal(Prefix + nameof(A_recording_of_a_process_that_is_killed_shows_what_ran_last), test.Name);
        Assert.False(test.HasEnded);
        Assert.Single(test.Steps);
    }

    [Fact]
    public void Too_many_commands_are_counted_and_left_out()
    {
        var scope = _garden.Recorder.ScopeOf(null)!;
        for (var i = 0; i < RecordingFormat.MaximumCommands + 3; i++)
        {
            scope.Write(new RecordedCommand { Sequence = i, Kind = CommandKind.NonQuery, Source = CommandSource.Other, Sql = "SELECT 1" });
        }

        var test = Assert.Single(_garden.Finish().Tests);
        Assert.Equal((RecordingFormat.MaximumCommands, 3), (test.Steps.Count, test.Omitted));
    }

    [Fact]
    [OnlyOn(Engine.Sqlite, "it is about SQLite")]
    public void A_declaration_is_recorded_with_the_test_and_for_the_assembly()
    {
        Count();

        var recording = _garden.Finish();
        Assert.Equal(("sqlite", "it is about SQLite"), (Assert.Single(recording.Tests).OnlyOn, recording.Tests[0].Reason));
        Assert.Contains(
            new OnlyOnDeclared(Prefix + nameof(A_declaration_is_recorded_with_the_test_and_for_the_assembly), "sqlite", "it is about SQLite"), recording.Declarations);
    }

    public void Dispose() => _garden.Dispose();

    private void Count()
    {
        using var context = _garden.NewContext();
        _ = context.Beds.Count();
    }

    private static RunningTest Test(string? run, string method) => new(
        new TestMethod(typeof(AttributionTests), typeof(AttributionTests).GetMethod(method, BindingFlags.Public | BindingFlags.Instance)!), typeof(AttributionTests), run, null, run);
}
