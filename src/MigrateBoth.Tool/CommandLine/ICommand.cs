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
