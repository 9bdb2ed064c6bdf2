using MigrateBoth.Core;

namespace MigrateBoth.Tool.Commands.Init;

/// <summary>A context, or a pair of them, that a configuration can be about.</summary>
/// <param name="Shared">The one for both engines, or null.</param>
/// <param name="Sides">One for each engine, or null.</param>
/// <param name="Base">What both sides derive from, where its source was read.</param>
internal sealed record ContextCandidate(ClassFacts? Shared, (ClassFacts Sqlite, ClassFacts MySql)? Sides, ClassFacts? Base)
{
    /// <summary>The name by which it alone is meant.</summary>
    public string Name => Title.FullName;

    /// <summary>The class that represents it: the context, or the base of both.</summary>
    public ClassFacts Title => Shared ?? Base ?? Sides!.Value.Sqlite;

    /// <summary>For display: all that is behind the name.</summary>
    public string Description => Sides is not { } pair ? Name
        : Base is null ? $"{pair.Sqlite.FullName} with {pair.MySql.FullName}"
        : $"{Base.FullName} ({pair.Sqlite.FullName} with {pair.MySql.FullName})";

    /// <summary>A configuration file of its own, beside others.</summary>
    public string FileName => $"migrateboth.{Title.Name}.json";

    /// <summary>Whether <c>--context</c> means it: any of its classes, by short or full name.</summary>
    public bool IsNamed(string wanted) =>
        new[] { Shared, Base, Sides?.Sqlite, Sides?.MySql }.OfType<ClassFacts>().Any(context => context.IsCalled(wanted));
}

/// <summary>Determines which contexts belong together: two with the same base, or whose names differ only in the engine.</summary>
internal sealed class ContextCandidates(Workspace workspace)
{
    /// <summary>Single contexts and pairs of them; a context that others derive a pair from is behind the pair.</summary>
    public IReadOnlyList<ContextCandidate> Of(IReadOnlyList<ClassFacts> contexts)
    {
        var pairs = new List<ContextCandidate>();
        var taken = new HashSet<ClassFacts>();

        // The surest first: of several pairs that share a class only one can be meant.
        foreach (var isPair in new[] { HaveOneBase, AreTwins, AreNamesakes })
        {
            foreach (var sqlite in contexts.Where(context => workspace.EngineOf(context) == Engine.Sqlite && !taken.Contains(context)))
            {
                if (contexts.FirstOrDefault(context => workspace.EngineOf(context) == Engine.MySql && !taken.Contains(context) && isPair(sqlite, context)) is { } mySql)
                {
                    var shared = HaveOneBase(sqlite, mySql) ? workspace.BaseOf(sqlite) : null;
                    pairs.Add(new ContextCandidate(null, (sqlite, mySql), shared));
                    taken.UnionWith(new[] { sqlite, mySql, workspace.BaseOf(sqlite), workspace.BaseOf(mySql) }.OfType<ClassFacts>());
                }
            }
        }

        foreach (var derived in contexts.Where(context => !taken.Contains(context)))
        {
            if (workspace.EngineOf(derived) is { } engine && workspace.BaseOf(derived) is { } common && contexts.Contains(common) && !taken.Contains(common) && MayBeOther(common, engine))
            {
                pairs.Add(new ContextCandidate(null, engine == Engine.Sqlite ? (derived, common) : (common, derived), common));
                taken.UnionWith([derived, common]);
            }
        }

        return [.. pairs, .. contexts.Where(context => !taken.Contains(context)).Select(context => new ContextCandidate(context, null, null))];
    }

    /// <summary>A context that was there first, and from which one for the second engine was derived later: what it configures or its own migrations are the first engine's.</summary>
    private bool MayBeOther(ClassFacts context, Engine engine)
    {
        if (workspace.EngineOf(context) is { } own)
        {
            return own == engine.Other();
        }

        var migrations = workspace.Applications.SelectMany(project => project.Migrations).Where(migration => migration.Context is not null && workspace.IsOf(migration, context)).ToList();
        return migrations.Count > 0 && migrations.All(migration => migration.Engine == engine.Other());
    }

    private bool HaveOneBase(ClassFacts sqlite, ClassFacts mySql) => workspace.BaseOf(sqlite) is { } common && common == workspace.BaseOf(mySql);

    private bool AreTwins(ClassFacts sqlite, ClassFacts mySql) => EngineWords.Without(sqlite.FullName) == EngineWords.Without(mySql.FullName) && MayBePair(sqlite, mySql);

    private bool AreNamesakes(ClassFacts sqlite, ClassFacts mySql) => EngineWords.Without(sqlite.Name) == EngineWords.Without(mySql.Name) && MayBePair(sqlite, mySql);

    /// <summary>Two that each derive from a model of their own are no pair, whatever they are called; one may derive from the other.</summary>
    private bool MayBePair(ClassFacts sqlite, ClassFacts mySql) =>
        (workspace.BaseOf(sqlite), workspace.BaseOf(mySql)) is not ({ } one, { } other) || one == other || one == mySql || other == sqlite;
}
