namespace MigrateBoth.Core.Testing;

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
