using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.CommandLine;

/// <summary>What every command is given beside its own options.</summary>
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
