using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Projects;

namespace MigrateBoth.Tool.Commands.Init;

/// <summary>What the command line of <c>init</c> says.</summary>
internal sealed record InitOptions
{
    /// <summary><c>--project</c>, as typed.</summary>
    public string? Project { get; init; }

    /// <summary><c>--startup-project</c>, as typed.</summary>
    public string? StartupProject { get; init; }

    /// <summary><c>--context</c>.</summary>
    public string? Context { get; init; }

    /// <summary><c>--config</c>, as typed: the file to write instead of migrateboth.json.</summary>
    public string? Config { get; init; }

    /// <summary>Whether to write without asking.</summary>
    public bool Yes { get; init; }

    /// <summary>Whether histories that differ are taken as they are, up to now.</summary>
    public bool Adopt { get; init; }

    /// <summary>The server on which a generated migration is verified.</summary>
    public required MySqlOptions MySql { get; init; }

    /// <summary>How to build before conclusions are tried and a migration is generated; without a build nothing is tried.</summary>
    public required BuildSettings Build { get; init; }

    /// <summary>Whether to write nothing.</summary>
    public bool DryRun { get; init; }
}
