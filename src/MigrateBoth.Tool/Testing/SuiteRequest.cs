using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Testing.Sharding;
using MigrateBoth.Tool.Projects;

namespace MigrateBoth.Tool.Testing;

/// <summary>What is to be run.</summary>
internal sealed record SuiteRequest
{
    /// <summary>The default of <see cref="TimeLimit"/>.</summary>
    public static readonly TimeSpan DefaultTimeLimit = TimeSpan.FromMinutes(30);

    /// <summary>The configuration.</summary>
    public required MigrateBothConfiguration Configuration { get; init; }

    /// <summary>How to build.</summary>
    public required BuildSettings Build { get; init; }

    /// <summary>The test projects' files; at least one.</summary>
    public required IReadOnlyList<string> Projects { get; init; }

    /// <summary>The user's filter, or null.</summary>
    public string? Filter { get; init; }

    /// <summary>The part of the suite that is run; null for all of it.</summary>
    public Shard? Shard { get; init; }

    /// <summary>The most that one engine's run may take.</summary>
    public TimeSpan TimeLimit { get; init; } = DefaultTimeLimit;
}
