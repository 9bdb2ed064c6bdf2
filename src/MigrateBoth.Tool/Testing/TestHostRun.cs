using MigrateBoth.Core.Testing;

namespace MigrateBoth.Tool.Testing;

/// <summary>One project's run on one engine.</summary>
/// <param name="Results">What its result file says.</param>
/// <param name="Obstacle">Why that is not all; null when it is.</param>
internal sealed record TestHostRun(IReadOnlyList<TestResult> Results, SuiteObstacle? Obstacle);
