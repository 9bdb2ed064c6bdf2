using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Commands;
using MigrateBoth.Tool.Commands.Explain;

namespace MigrateBoth.Tool;

/// <summary>The composition root: which implementation stands behind each contract. Tests replace single members.</summary>
internal sealed record ToolServices
{
    /// <summary>The commands.</summary>
    public IReadOnlyList<CommandDefinition> Commands { get; init; } = CommandCatalog.All;

    /// <summary>All rules' pages.</summary>
    public Func<IReadOnlyList<RulePage>> RulePages { get; init; } = () => [];
}
