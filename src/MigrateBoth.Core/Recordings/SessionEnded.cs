namespace MigrateBoth.Core.Recordings;

/// <summary>
/// The end of a recording. Where it is not the last line, the process crashed or was killed, and what comes last is what ran last. It is written
/// whenever no database is in use any more, so that there may be several: test platforms kill a process that takes its time to end.
/// </summary>
/// <param name="Lines">How many lines were written before this one, so that a lost line is noticed.</param>
sealed partial record SessionEnded(long Lines) : RecordingLine;
