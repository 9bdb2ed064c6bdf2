namespace MigrateBoth.Core.Recordings;

/// <summary>
/// The names and limits of a recording: what the tests of one process read and wrote on one engine, as JSON lines. This folder is compiled
/// into MigrateBoth.Testing as well, so that the test package needs no other assembly; keep it free of references to the rest of Core.
/// </summary>
static partial class RecordingFormat
{
    /// <summary>The version this build writes and reads. Any other is refused.</summary>
    public const int Version = 1;

    /// <summary>The environment variable that holds the directory for recordings. Not set: nothing is recorded.</summary>
    public const string DirectoryVariable = "MIGRATEBOTH_RECORDING";

    /// <summary>How the name of every recording ends.</summary>
    public const string FileExtension = ".recording.jsonl";

    /// <summary>How many rows of one result are kept as they are; of the others only digests are.</summary>
    public const int MaximumRows = 200;

    /// <summary>How many characters (or bytes) of one value are kept; a longer one is kept as its length, digest and beginning.</summary>
    public const int MaximumValueLength = 2_000;

    /// <summary>How many characters of a command's text or of a query's shape are kept.</summary>
    public const int MaximumTextLength = 20_000;

    /// <summary>How many commands of one test are kept; the number of those left out is recorded.</summary>
    public const int MaximumCommands = 20_000;

    /// <summary>A name that no other process and engine has: <c>Shop.Tests.sqlite.4711-1a2b3c4d.recording.jsonl</c>.</summary>
    /// <param name="assembly">The test assembly's simple name.</param>
    /// <param name="engine"><c>sqlite</c> or <c>mysql</c>.</param>
    /// <param name="process">The process id.</param>
    public static string NewFileName(string assembly, string engine, int process) =>
        $"{assembly}.{engine}.{process}-{Guid.NewGuid().ToString("N")[..8]}{FileExtension}";
}
