using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Recordings;
using MigrateBoth.Core.Testing;

namespace MigrateBoth.Core.Suites;

/// <summary>The comparison of two runs.</summary>
/// <param name="Result">What it comes to so far.</param>
/// <param name="Suspects">The tests that differ and were run once only: whether they are flaky shows when they run again.</param>
/// <param name="ReadsClock">Whether a suspect differs in a time: two runs in one second would look as if it never changed.</param>
public sealed record SuiteComparison(SuiteResult Result, IReadOnlyList<TestResult> Suspects, bool ReadsClock);

/// <summary>What the suite comes to on both engines, before the configuration has had its say. What shards are joined from.</summary>
public sealed record SuiteResult
{
    /// <summary>Every test, sorted by project and name.</summary>
    public IReadOnlyList<TestMatrixRow> Tests { get; init; } = [];

    /// <summary>What was found.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Why a part of the suite has no result that can be relied on.</summary>
    public IReadOnlyList<SuiteObstacle> Obstacles { get; init; } = [];

    /// <summary>How many single facts were compared.</summary>
    public int Facts { get; init; }
}

/// <summary>The suite on both engines.</summary>
/// <param name="Sqlite">On SQLite.</param>
/// <param name="MySql">On MySQL.</param>
/// <param name="SqliteAgain">The differing tests once more on SQLite; null before that run.</param>
/// <param name="MySqlAgain">The differing tests once more on MySQL; null before that run.</param>
public sealed record SuiteRuns(EngineRun Sqlite, EngineRun MySql, EngineRun? SqliteAgain = null, EngineRun? MySqlAgain = null);

/// <summary>Why a part of the suite has no result that can be relied on: no tests, a host that crashed or hung, a server that was lost. Never a pass.</summary>
/// <param name="Engine">The engine it happened on, or null for both.</param>
/// <param name="Reason">What happened, as a sentence that says where. No secrets.</param>
/// <param name="Hint">What to do about it, or null.</param>
public sealed record SuiteObstacle(Engine? Engine, string Reason, string? Hint);

/// <summary>One run of the suite, or of a part of it, on one engine.</summary>
public sealed record EngineRun
{
    /// <summary>The engine that the tests ran on.</summary>
    public required Engine Engine { get; init; }

    /// <summary>What the runners reported.</summary>
    public IReadOnlyList<TestResult> Results { get; init; } = [];

    /// <summary>What the tests recorded.</summary>
    public IReadOnlyList<Recording> Recordings { get; init; } = [];

    /// <summary>Why something is missing; empty when all is there.</summary>
    public IReadOnlyList<SuiteObstacle> Obstacles { get; init; } = [];
}

/// <summary>What the comparison of one test came to.</summary>
internal sealed record ComparedTest
{
    public required TestId Id { get; init; }

    /// <summary>Its line of the matrix; null for a recording that belongs to no test that was reported.</summary>
    public TestMatrixRow? Row { get; init; }

    public IReadOnlyList<Finding> Findings { get; init; } = [];

    public int Facts { get; init; }

    /// <summary>Whether it has to run again.</summary>
    public bool IsSuspect { get; init; }

    /// <summary>Whether what differs shows times.</summary>
    public bool ReadsClock { get; init; }
}

/// <summary>One test on one engine.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="Message">The failure's message or the reason of the skip; null where there is none.</param>
public sealed record TestCell(TestOutcome Outcome, TimeSpan Duration, string? Message)
{
    /// <summary>The cell of a result.</summary>
    public static TestCell Of(TestResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new TestCell(result.Outcome, result.Duration, result.Message);
    }
}

/// <summary>One line of the matrix test × engine.</summary>
public sealed record TestMatrixRow
{
    /// <summary>The name of the test project's assembly.</summary>
    public required string Project { get; init; }

    /// <summary>As in <see cref="TestResult.Name"/>.</summary>
    public required string Name { get; init; }

    /// <summary>How it went on SQLite; null when it did not run there.</summary>
    public TestCell? Sqlite { get; init; }

    /// <summary>How it went on MySQL; null when it did not run there.</summary>
    public TestCell? MySql { get; init; }

    /// <summary>What the two come to.</summary>
    public required TestVerdict Verdict { get; init; }

    /// <summary>Whether what it read and wrote was recorded and compared; else only the outcomes were.</summary>
    public bool IsRecorded { get; init; }

    /// <summary>The places that differ between the engines and were excused, because they differ between two runs on each engine too; null when there are none.</summary>
    public IReadOnlyList<string>? Volatile { get; init; }

    /// <summary>How it went on an engine.</summary>
    public TestCell? this[Engine engine] => engine == Engine.Sqlite ? Sqlite : MySql;
}
