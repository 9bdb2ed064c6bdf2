using MigrateBoth.Core.Testing;

namespace MigrateBoth.Core.Rules.Tests;

/// <summary>How the outcome of a test differs between the engines.</summary>
internal static class OutcomeRules
{
    public static IReadOnlyList<TestRule> All { get; } =
    [
        new("MB601", "Test ran on one engine only", Severity.Error, TestDifferenceKind.OneSided, d => new(
            $"{d.Test} ran on {d.Ran()} and was not seen on {d.Missed()}.",
            "Find out what keeps it from being discovered there: a condition on the engine, a data source that reads the database, or a run that ended early. If it is meant for one engine, declare it with [OnlyOn].")),
        new("MB602", "Test passes on one engine only", Severity.Error, TestDifferenceKind.Outcome, d => new(
            $"{d.Test} passes on {(d.Engine == Engine.Sqlite ? "MySQL" : "SQLite")} and fails on {d.Engine!.Value.DisplayName()}{d.Because()}.",
            "Change the code so that it does the same on both engines, or declare the test for one engine with [OnlyOn] and a reason.")),
        new("MB603", "Test is skipped on one engine only", Severity.Error, TestDifferenceKind.Skipped, d => new(
            $"{d.Test} is skipped on {d.Engine!.Value.DisplayName()} and runs on the other engine; nothing declares that{d.Because()}.",
            "Declare it with [OnlyOn] and a reason, so that it is counted, or let it run on both.")),
        new("MB604", "Test is declared for one engine", Severity.Info, TestDifferenceKind.Declared, d => new(
            $"{d.Test} is declared for {d.Engine!.Value.DisplayName()} only{d.Because()}.",
            "Nothing has to be done; what it tests is not known to work on the other engine.")),
        new("MB605", "Test fails on both engines for different causes", Severity.Error, TestDifferenceKind.FailureCause, d => new(
            $"{d.Test} fails on both engines, and not for the same cause.",
            "Fix both failures: they have different causes.")),
        new("MB606", "Test fails on both engines", Severity.Error, TestDifferenceKind.FailsOnBoth, d => new(
            $"{d.Test} fails on both engines, for the same cause.",
            "Fix the test or the code; a suite that fails does not show that the engines agree.")),
        new("MB607", "Test is flaky", Severity.Error, TestDifferenceKind.Flaky, d => new(
            $"{d.Test} does not do the same twice on {(d.Engine is { } one ? "one engine (" + one.DisplayName() + ")" : "the engines")}, so it cannot tell the engines apart{d.Because()}.",
            "Take chance, time and order of other tests out of it. Until then nothing is known about what it tests.")),
    ];
}
