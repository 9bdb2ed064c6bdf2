namespace MigrateBoth.Core.Reports;

/// <summary>How the whole check ended.</summary>
public enum Outcome
{
    /// <summary>Every stage that was asked for passed.</summary>
    Passed,

    /// <summary>Everything was checked, and something was found.</summary>
    Failed,

    /// <summary>Something could not be checked.</summary>
    Incomplete,
}
