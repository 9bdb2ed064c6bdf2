using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;

namespace MigrateBoth.Tool.Commands.Init;

/// <summary>The context, or the pair of contexts, and how its migrations are kept.</summary>
internal sealed record FoundLayout
{
    /// <summary>How the two sides are told apart.</summary>
    public required MigrationsLayout Layout { get; init; }

    /// <summary>The project of the context.</summary>
    public required ProjectFacts Project { get; init; }

    /// <summary>The context both sides share, or null when each has its own.</summary>
    public required ClassFacts? Context { get; init; }

    /// <summary>What a person calls it: the context, or the base that both derive from.</summary>
    public required ClassFacts Title { get; init; }

    /// <summary>SQLite's side.</summary>
    public required FoundSide Sqlite { get; init; }

    /// <summary>MySQL's side.</summary>
    public required FoundSide MySql { get; init; }

    /// <summary>The contexts that were not chosen, though they may be meant as well.</summary>
    public IReadOnlyList<ContextCandidate> Others { get; init; } = [];

    /// <summary>One engine's side.</summary>
    public FoundSide this[Engine engine] => engine == Engine.Sqlite ? Sqlite : MySql;

    /// <summary>The same with another side.</summary>
    public FoundLayout With(Engine engine, FoundSide side) => engine == Engine.Sqlite ? this with { Sqlite = side } : this with { MySql = side };

    /// <summary>The projects whose assemblies have to be beside each other when the context is made.</summary>
    public IEnumerable<ProjectFacts> Needed => EngineNames.All.SelectMany(NeededBy).Distinct();

    /// <summary>Those that one engine's side needs.</summary>
    public IEnumerable<ProjectFacts> NeededBy(Engine engine) => new[] { Project, this[engine].Project }.OfType<ProjectFacts>().Distinct();
}
