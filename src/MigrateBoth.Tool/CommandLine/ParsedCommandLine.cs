namespace MigrateBoth.Tool.CommandLine;

/// <summary>A command line that was understood.</summary>
/// <param name="CommandName">The command's name; empty when only help or the version was asked for.</param>
/// <param name="Command">The work.</param>
/// <param name="Options">Options of every command.</param>
/// <param name="ApplicationArguments">What followed <c>--</c>.</param>
internal sealed record ParsedCommandLine(
    string CommandName,
    ICommand Command,
    GlobalOptions Options,
    IReadOnlyList<string> ApplicationArguments);
