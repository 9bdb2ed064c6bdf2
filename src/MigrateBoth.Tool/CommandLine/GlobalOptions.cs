using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.CommandLine;

/// <summary>Options of every command.</summary>
/// <param name="Format">What stdout carries.</param>
/// <param name="Verbose">Show details on stderr.</param>
/// <param name="Quiet">Show nothing on stderr but warnings and errors.</param>
/// <param name="NoColor">No colours even on a terminal.</param>
/// <param name="Timeout">The most the whole command may take, or null.</param>
internal sealed record GlobalOptions(OutputFormat Format, bool Verbose, bool Quiet, bool NoColor, TimeSpan? Timeout);
