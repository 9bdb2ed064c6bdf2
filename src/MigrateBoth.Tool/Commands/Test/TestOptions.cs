using MigrateBoth.Core.Testing.Sharding;
using MigrateBoth.Tool.CommandLine;

namespace MigrateBoth.Tool.Commands.Test;

/// <summary>What <c>test</c> is asked to do.</summary>
internal sealed record TestOptions
{
    /// <summary>Project and configuration.</summary>
    public required ProjectOptions Project { get; init; }

    /// <summary>The MySQL server.</summary>
    public required MySqlOptions MySql { get; init; }

    /// <summary>What fails, and the reports.</summary>
    public required CheckOptions Check { get; init; }

    /// <summary><c>--tests</c>, as typed.</summary>
    public IReadOnlyList<string> Tests { get; init; } = [];

    /// <summary><c>--filter</c>.</summary>
    public string? Filter { get; init; }

    /// <summary><c>--shard</c>.</summary>
    public Shard? Shard { get; init; }

    /// <summary><c>--results</c>, as typed.</summary>
    public string? Results { get; init; }

    /// <summary><c>--test-timeout</c>, or null.</summary>
    public TimeSpan? TimeLimit { get; init; }
}
