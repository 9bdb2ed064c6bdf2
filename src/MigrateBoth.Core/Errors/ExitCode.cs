namespace MigrateBoth.Core.Errors;

/// <summary>The process's exit codes; part of the command line's contract.</summary>
public enum ExitCode
{
    /// <summary>Done; for checks: everything asked for was checked and nothing at or above <c>--fail-on</c> was found.</summary>
    Ok = 0,

    /// <summary>Checked, and something at or above <c>--fail-on</c> was found.</summary>
    Found = 1,

    /// <summary>Could not finish or could not verify.</summary>
    Incomplete = 2,

    /// <summary>Wrong usage: unknown command or option, missing argument.</summary>
    Usage = 64,

    /// <summary>A fault of the tool itself.</summary>
    Internal = 70,

    /// <summary>Wrong configuration: well formed values that point at nothing, unknown keys, contradictions.</summary>
    Configuration = 78,

    /// <summary>Interrupted (SIGINT), after cleaning up.</summary>
    Interrupted = 130,

    /// <summary>Terminated (SIGTERM), after cleaning up.</summary>
    Terminated = 143,
}
