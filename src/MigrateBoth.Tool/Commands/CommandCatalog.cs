using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Commands.Explain;

namespace MigrateBoth.Tool.Commands;

/// <summary>All commands, in the order in which help lists them.</summary>
internal static class CommandCatalog
{
    public static IReadOnlyList<CommandDefinition> All { get; } =
    [
        new ExplainDefinition(),
    ];
}
