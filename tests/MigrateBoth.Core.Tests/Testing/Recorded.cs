using MigrateBoth.Core.Recordings;
using MigrateBoth.Core.Suites;
using MigrateBoth.Core.Testing;

namespace MigrateBoth.Core.Tests.Testing;

/// <summary>Makes runs of a suite of one test, as they would be recorded.</summary>
internal static class Recorded
{
    public const string Project = "Shop.Tests";
    public const string Method = "Shop.Tests.Orders.Total";

    public static TestResult Result(TestOutcome outcome = TestOutcome.Passed, string? message = null, string method = Method) =>
        new() { Project = Project, Name = method, Method = method, Outcome = outcome, Message = message };

    public static EngineRun Run(Engine engine, IReadOnlyList<TestResult> results, params RecordedStep[] steps) => new()
    {
        Engine = engine,
        Results = results,
        Recordings = [Recording(engine, steps)],
    };

    public static EngineRun Run(Engine engine, params RecordedStep[] steps) => Run(engine, [Result()], steps);

    public static Recording Recording(Engine engine, params RecordedStep[] steps) => new(
        new SessionStarted(RecordingFormat.Version, engine.Id(), "1", "provider", "Shop.ShopContext", Project, 1, DateTime.UnixEpoch),
        [new RecordedTest("Shop.Tests.Orders", Method, Method, null, null, null, [.. steps.Select((step, i) => step with { Sequence = step.Sequence == 0 ? i + 1 : step.Sequence })], 0, true)],
        [],
        true);

    public static RecordedCommand Query(string?[][] rows, string shape = "DbSet<Order>()", string? orderBy = null, ColumnRole role = ColumnRole.Value, int? width = null)
    {
        var columns = width ?? (rows.Length > 0 ? rows[0].Length : 1);
        return new RecordedCommand
        {
            Sequence = 0,
            Kind = CommandKind.Reader,
            Source = CommandSource.Linq,
            Sql = "SELECT ...",
            Shape = shape,
            OrderBy = orderBy,
            Columns = [.. Enumerable.Range(0, columns).Select(i => new RecordedColumn(i == 0 ? "Id" : $"C{i}", i == 0 ? "Orders.Id" : $"Orders.C{i}", i == 0 ? role : ColumnRole.Value))],
            Rows = rows,
            RowCount = rows.Length,
        };
    }

    /// <summary>A save of one order whose key the database makes.</summary>
    public static RecordedStep[] Save(long sequence, string key, params string?[] parameters) =>
    [
        new RecordedSave { Sequence = sequence, Entities = [new SavedEntities("Order", 1, 0, 0)], RowsAffected = 1 },
        new RecordedCommand
        {
            Sequence = sequence + 1,
            Save = sequence,
            Kind = CommandKind.Reader,
            Source = CommandSource.Save,
            Sql = "INSERT ...",
            Parameters = parameters,
            Columns = [new RecordedColumn("Id", "Orders.Id", ColumnRole.GeneratedKey)],
            Rows = [[key]],
            RowCount = 1,
        },
    ];

    public static IReadOnlyList<string> Rules(SuiteRuns runs) => [.. SuiteComparer.Compare(runs).Result.Findings.Select(finding => finding.Rule)];

    public static IReadOnlyList<string> Rules(RecordedStep[] sqlite, RecordedStep[] mySql) => Rules(new SuiteRuns(Run(Engine.Sqlite, sqlite), Run(Engine.MySql, mySql)));
}
