namespace MigrateBoth.Tool.Processes;

/// <summary>A process that has ended.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Out">What it wrote to stdout.</param>
/// <param name="Error">What it wrote to stderr.</param>
internal sealed record ProcessRun(int ExitCode, string Out, string Error);
