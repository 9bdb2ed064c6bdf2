namespace MigrateBoth.Core.Recordings;

/// <summary>The end of a recording. Where it is missing, the process crashed or was killed, and what comes last is what ran last.</summary>
/// <param name="Lines">How many lines were written before this one, so that a lost line is noticed.</param>
sealed partial record SessionEnded(long Lines) : RecordingLine;
