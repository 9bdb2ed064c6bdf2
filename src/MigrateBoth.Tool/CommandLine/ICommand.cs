using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.CommandLine;

/// <summary>The work of one command, its options already read.</summary>
internal interface ICommand
{
    /// <summary>Does the work. Nothing is written to stdout here: the result says what to write.</summary>
    /// <param name="context">Console, services and global options.</param>
    /// <param name="cancellationToken">Cancelled by signals and by <c>--timeout</c>.</param>
    /// <exception cref="Core.Errors.MigrateBothException">The command cannot be carried out.</exception>
    Task<ICommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken);
}

/// <summary>The services and settings that every command gets in addition to its own options.</summary>
internal sealed record CommandContext
{
    /// <summary>Working directory, environment variables and streams. Commands do not write to its streams: see <see cref="ICommandResult"/> and <see cref="Progress"/>.</summary>
    public required ToolConsole Console { get; init; }

    /// <summary>The parts that do the work.</summary>
    public required ToolServices Services { get; init; }

    /// <summary>Options of every command.</summary>
    public required GlobalOptions Options { get; init; }

    /// <summary>Where progress, warnings and details go (stderr).</summary>
    public required IProgressDisplay Progress { get; init; }

    /// <summary>What the user wrote after <c>--</c>.</summary>
    public IReadOnlyList<string> ApplicationArguments { get; init; } = [];
}
