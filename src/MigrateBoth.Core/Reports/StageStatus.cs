namespace MigrateBoth.Core.Reports;

/// <summary>How a stage ended.</summary>
public enum StageStatus
{
    /// <summary>Everything was checked and nothing at or above <c>--fail-on</c> was found.</summary>
    Passed,

    /// <summary>Everything was checked and something at or above <c>--fail-on</c> was found.</summary>
    Failed,

    /// <summary>Something could not be checked. Never a pass.</summary>
    Incomplete,

    /// <summary>The stage was not asked for.</summary>
    Skipped,
}
