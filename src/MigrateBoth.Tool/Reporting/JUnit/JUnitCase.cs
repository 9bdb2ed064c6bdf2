using MigrateBoth.Core;

namespace MigrateBoth.Tool.Reporting.JUnit;

/// <summary>How a case ended.</summary>
internal enum JUnitResult
{
    /// <summary>Nothing is wrong, or nothing that fails the check.</summary>
    Passed,

    /// <summary>Something was found that fails the check.</summary>
    Failure,

    /// <summary>Something could not be checked.</summary>
    Error,

    /// <summary>Not run, or accepted.</summary>
    Skipped,
}

/// <summary>One case of a suite.</summary>
/// <param name="Name">Unique in its suite.</param>
/// <param name="Result">How it ended.</param>
/// <param name="Type">The rule, or another short identifier.</param>
/// <param name="Message">What is wrong, in one sentence; empty where nothing is.</param>
/// <param name="Text">All that is to be said.</param>
/// <param name="Location">The line that caused it, or null.</param>
internal sealed record JUnitCase(string Name, JUnitResult Result, string Type = "", string Message = "", string Text = "", SourceLocation? Location = null)
{
    /// <summary>How long it took; null where only the suite's time is known.</summary>
    public TimeSpan? Time { get; init; }
}

/// <summary>One suite.</summary>
/// <param name="Name">The stage's name.</param>
/// <param name="Time">How long the stage took.</param>
/// <param name="Cases">Its cases; never empty.</param>
internal sealed record JUnitSuite(string Name, TimeSpan Time, IReadOnlyList<JUnitCase> Cases);
