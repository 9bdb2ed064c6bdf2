namespace MigrateBoth.Core.Testing.Results;

/// <summary>What one TRX file says.</summary>
/// <param name="Results">Every test, in the file's order.</param>
/// <param name="Errors">What the runner itself complains about, such as a test host that crashed.</param>
public sealed record TrxRun(IReadOnlyList<TestResult> Results, IReadOnlyList<string> Errors);
