using MigrateBoth.Core.Testing;
using MigrateBoth.Core.Testing.Recorded;

namespace MigrateBoth.Core.Suites;

/// <summary>A run whose results and recordings have found each other.</summary>
internal sealed class IndexedRun
{
    private readonly Dictionary<TestId, TestResult> _results;
    private readonly Dictionary<TestId, List<RecordedRun>> _recorded = [];

    public IndexedRun(EngineRun run)
    {
        Run = run;
        Trouble = new ServerTrouble(run);
        _results = run.Results.GroupBy(result => result.Id).ToDictionary(group => group.Key, group => group.Last());
        var methods = run.Results.ToLookup(result => (result.Project, result.Method));
        foreach (var recorded in new RecordedRuns(run.Recordings).All)
        {
            var id = Find(recorded, [.. methods[(recorded.Project, recorded.Method)]]);
            if (!_recorded.TryGetValue(id, out var list))
            {
                _recorded.Add(id, list = []);
            }

            list.Add(recorded);
        }
    }

    public EngineRun Run { get; }

    /// <summary>What the server did to the run.</summary>
    public ServerTrouble Trouble { get; }

    /// <summary>Every test that was reported or recorded.</summary>
    public IEnumerable<TestId> Tests => _results.Keys.Union(_recorded.Keys);

    public TestResult? Result(TestId id) => _results.GetValueOrDefault(id);

    /// <summary>Whether the run says nothing about the test: it broke off before it, or its server failed.</summary>
    public bool SaysNothingOf(TestId id) => (Run.Obstacles.Count > 0 && Result(id) is null) || Trouble.Hit(Result(id), Recorded(id));

    /// <summary>
    /// The id under which the rows of a data-driven test were recorded together, because nothing told them apart: they share a context that was
    /// made before them.
    /// </summary>
    /// <returns>Null where the row has a recording of its own, or the method has none.</returns>
    public TestId? SharedRecording(TestId row) =>
        Result(row) is { } result && result.Name != result.Method && Recorded(row).Count == 0 && new TestId(row.Project, result.Method) is var shared
            && Result(shared) is null && Recorded(shared).Count > 0 ? shared : null;

    /// <summary>
    /// A data-driven test that is skipped as a whole has one result, without arguments; it represents every row that the other run has.
    /// </summary>
    /// <param name="row">The other run's result of a row.</param>
    public TestResult? SkippedAsAWhole(TestResult? row) =>
        row is not null && row.Name != row.Method && Result(new TestId(row.Project, row.Method)) is { Outcome: TestOutcome.Skipped } whole ? whole : null;

    /// <summary>Whether this run skipped a data-driven test as a whole whose rows the other run has.</summary>
    public bool StandsForRows(TestId id, IndexedRun other) =>
        Result(id) is { Outcome: TestOutcome.Skipped } whole
        && other.Result(id) is null
        && other.Run.Results.Any(result => SkippedAsAWhole(result) == whole);

    /// <summary>What was recorded of a test; several where it used several databases one after the other.</summary>
    public IReadOnlyList<RecordedRun> Recorded(TestId id) => _recorded.GetValueOrDefault(id) ?? [];

    /// <summary>The engine that the assembly declares the test for, whether it ran or not.</summary>
    public DeclaredEngine? Declared(TestId id)
    {
        var method = Result(id)?.Method ?? id.Name.Split('(')[0];
        return Run.Recordings.Where(recording => recording.Session.Assembly == id.Project)
            .SelectMany(recording => recording.Declarations)
            .Where(declared => declared.Name == method)
            .SelectMany(declared => EngineNames.All.Where(engine => engine.Id() == declared.Engine).Select(engine => new DeclaredEngine(engine, declared.Reason)))
            .FirstOrDefault();
    }

    public bool IsRecorded(string project) => Run.Recordings.Any(recording => recording.Session.Assembly == project);

    /// <summary>By the name that is shown, else by the method where that had one result only; else it represents itself.</summary>
    private TestId Find(RecordedRun recorded, List<TestResult> ofMethod)
    {
        var id = new TestId(recorded.Project, recorded.Label);
        if (_results.ContainsKey(id))
        {
            return id;
        }

        var shown = ofMethod.Find(result => result.Name.EndsWith(recorded.Test.DisplayName ?? "\0", StringComparison.Ordinal));
        return shown is not null ? shown.Id : ofMethod is [var only] ? only.Id : id;
    }
}
