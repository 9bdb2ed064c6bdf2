using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Commands;
using MigrateBoth.Tool.Commands.Explain;
using MigrateBoth.Tool.Output;
using MigrateBoth.Tool.Projects;

namespace MigrateBoth.Tool;

/// <summary>The composition root: which implementation stands behind each contract. Tests replace single members.</summary>
internal sealed record ToolServices
{
    /// <summary>The commands.</summary>
    public IReadOnlyList<CommandDefinition> Commands { get; init; } = CommandCatalog.All;

    /// <summary>Builds the user's projects.</summary>
    public Func<IProgressDisplay, IProjectBuilder> ProjectBuilder { get; init; } = progress => new ProjectBuilder(progress);

    /// <summary>All rules' pages.</summary>
    public Func<IReadOnlyList<RulePage>> RulePages { get; init; } = () => [];
}
