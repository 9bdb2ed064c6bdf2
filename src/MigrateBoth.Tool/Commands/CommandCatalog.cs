using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Commands.Explain;
using MigrateBoth.Tool.Commands.Status;
using MigrateBoth.Tool.Commands.Verify;

namespace MigrateBoth.Tool.Commands;

/// <summary>All commands, in the order in which help lists them.</summary>
internal static class CommandCatalog
{
    public static IReadOnlyList<CommandDefinition> All { get; } =
    [
        new StatusDefinition(),
        new VerifyDefinition(),
        new ExplainDefinition(),
    ];
}
