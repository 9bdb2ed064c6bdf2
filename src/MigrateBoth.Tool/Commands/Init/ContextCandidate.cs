namespace MigrateBoth.Tool.Commands.Init;

/// <summary>A context, or a pair of them, that a configuration can be about.</summary>
/// <param name="Shared">The one for both engines, or null.</param>
/// <param name="Sides">One for each engine, or null.</param>
/// <param name="Base">What both sides derive from, where its source was read.</param>
internal sealed record ContextCandidate(ClassFacts? Shared, (ClassFacts Sqlite, ClassFacts MySql)? Sides, ClassFacts? Base)
{
    /// <summary>The name by which it alone is meant.</summary>
    public string Name => Title.FullName;

    /// <summary>The class that stands for it: the context, or the base of both.</summary>
    public ClassFacts Title => Shared ?? Base ?? Sides!.Value.Sqlite;

    /// <summary>For people: all that is behind the name.</summary>
    public string Description => Sides is not { } pair ? Name
        : Base is null ? $"{pair.Sqlite.FullName} with {pair.MySql.FullName}"
        : $"{Base.FullName} ({pair.Sqlite.FullName} with {pair.MySql.FullName})";

    /// <summary>A configuration file of its own, beside others.</summary>
    public string FileName => $"migrateboth.{Title.Name}.json";

    /// <summary>Whether <c>--context</c> means it: any of its classes, by short or full name.</summary>
    public bool IsNamed(string wanted) =>
        new[] { Shared, Base, Sides?.Sqlite, Sides?.MySql }.OfType<ClassFacts>().Any(context => context.IsCalled(wanted));
}
