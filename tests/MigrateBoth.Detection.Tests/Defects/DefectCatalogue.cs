using MigrateBoth.Detection.Tests.Planting;

namespace MigrateBoth.Detection.Tests.Defects;

/// <summary>All defects, by engine and by what they are planted in.</summary>
internal static class DefectCatalogue
{
    public static IReadOnlyList<PlantedDefect> Sqlite { get; } =
    [
        .. SqliteTableDefects.All,
        .. SqliteColumnDefects.All,
        .. SqliteIndexDefects.All,
        .. SqliteConstraintDefects.All,
        .. SqliteObjectDefects.All,
    ];

    public static IReadOnlyList<PlantedDefect> MySql { get; } =
    [
        .. MySqlTableDefects.All,
        .. MySqlColumnDefects.All,
        .. MySqlIndexDefects.All,
        .. MySqlConstraintDefects.All,
        .. MySqlObjectDefects.All,
    ];

    public static IReadOnlyList<PlantedDefect> All { get; } = [.. Sqlite, .. MySql];
}
