using MigrateBoth.Core;

namespace MigrateBoth.Detection.Tests.Planting;

/// <summary>One defect: how it gets into a sound database, and all that must be found then.</summary>
/// <param name="Engine">The database it is planted in.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="What">The same in words, unique within the engine.</param>
/// <param name="Steps">Plant it.</param>
/// <param name="Expected">All findings of both stages, and no other.</param>
public sealed record PlantedDefect(Engine Engine, DefectKind Kind, string What, IReadOnlyList<Step> Steps, IReadOnlyList<Expected> Expected)
{
    /// <summary>The name of the test.</summary>
    public string Name => $"{Engine.Id()}: {What}";

    public static PlantedDefect OnSqlite(DefectKind kind, string what, IReadOnlyList<Step> steps, params IReadOnlyList<Expected> expected) =>
        new(Engine.Sqlite, kind, what, steps, expected);

    public static PlantedDefect OnMySql(DefectKind kind, string what, IReadOnlyList<Step> steps, params IReadOnlyList<Expected> expected) =>
        new(Engine.MySql, kind, what, steps, expected);

    /// <summary>The expected findings one by one.</summary>
    public IEnumerable<FoundItem> ExpectedItems => Expected.SelectMany(expected => expected.Items(Engine));

    public override string ToString() => Name;
}
