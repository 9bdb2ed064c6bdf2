using System.Globalization;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Recordings;
using MigrateBoth.Core.Testing;
using MigrateBoth.Core.Testing.Recorded;

namespace MigrateBoth.Core.Suites;

/// <summary>
/// What the server, or a statement of the test package, did to a run. A test that it hit says nothing about its engine: it is not compared, and
/// the run is incomplete.
/// </summary>
internal sealed class ServerTrouble
{
    private const int Compared = 200;

    private readonly EngineRun _run;
    private readonly List<(string? Test, string Statement, RecordedFailure Failure)> _troubles;
    private readonly string[] _messages;

    public ServerTrouble(EngineRun run)
    {
        _run = run;
        _troubles =
        [
            .. from recording in run.Recordings
               from step in recording.Outside
               where IsTrouble(step)
               select ((string?)null, Statement(step), step.Failure!),
            .. from recording in run.Recordings
               from test in recording.Tests
               from step in test.Steps
               where IsTrouble(step)
               select (test.DisplayName ?? test.Name ?? test.Class, Statement(step), step.Failure!),
        ];
        _messages = [.. _troubles.Select(trouble => Beginning(trouble.Failure.Message)).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>One for each way in which the server failed, with the statement and the first test that met it.</summary>
    public IEnumerable<SuiteObstacle> Obstacles =>
        from trouble in _troubles
        group trouble by trouble.Failure.Code ?? Beginning(trouble.Failure.Message) into alike
        let first = alike.First()
        let tests = alike.Select(one => one.Test).OfType<string>().Distinct(StringComparer.Ordinal).ToList()
        select new SuiteObstacle(
            _run.Engine,
            $"{_run.Engine.DisplayName()} prevented tests from running: {Sentence(first.Failure)} Tried: {ValueTexts.Shorten(OneLine(first.Statement))}."
            + (tests.Count == 0 ? string.Empty : $" In {tests[0]}{(tests.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $" and {tests.Count - 1} more") : string.Empty)}."),
            Hint(first.Failure));

    /// <summary>Whether a test met it: by what was recorded of it, or by the text that it failed with.</summary>
    public bool Hit(TestResult? result, IReadOnlyList<RecordedRun> recorded) => _troubles.Count > 0
        && (recorded.Any(run => run.Test.Steps.Any(IsTrouble))
            || (result is { Outcome: TestOutcome.Failed, Message: { } message } && OneLine(message) is var text && Array.Exists(_messages, text.Contains)));

    private static bool IsTrouble(RecordedStep step) => step.Failure?.Class == FailureClass.Server;

    private static string Statement(RecordedStep step) => step switch
    {
        RecordedObstacle obstacle => obstacle.Statement,
        RecordedCommand command => command.Sql,
        RecordedTransaction transaction => $"transaction {transaction.Action.ToString().ToLowerInvariant()}",
        _ => "save",
    };

    private static string Sentence(RecordedFailure failure) =>
        $"{OneLine(failure.Message).TrimEnd('.')}{(failure.Code is null ? string.Empty : $" (error {failure.Code})")}.";

    private static string Beginning(string message)
    {
        var line = OneLine(message);
        return line.Length <= Compared ? line : line[..Compared];
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private string Hint(RecordedFailure failure) => failure.Code switch
    {
        "1040" or "1203" or "1226" => "Raise the server's max_connections, or run fewer tests at once (xUnit: maxParallelThreads in xunit.runner.json).",
        "1044" or "1045" or "1142" or "1143" or "1227" or "1370" =>
            @"The account lacks privileges: GRANT ALL PRIVILEGES ON `migrateboth\_%`.* TO it, or use another account.",
        "1927" or "3169" or "4031" => "The server ended an idle session: raise its wait_timeout, or do not keep a connection open while the test waits.",
        "1021" or "1030" or "1037" or "1038" or "1041" or "1114" or "1135" or "1206" => "The server has no room left: give it more disk or memory.",
        "1461" => "Raise the server's max_prepared_stmt_count, or run fewer tests at once.",
        _ => Recipe(failure) ?? "Check the server's log, and run the tests again.",
    };

    private string? Recipe(RecordedFailure failure) =>
        int.TryParse(failure.Code, CultureInfo.InvariantCulture, out var number) ? RefusalRecipes.For(_run.Engine, number, failure.Message) : null;
}
