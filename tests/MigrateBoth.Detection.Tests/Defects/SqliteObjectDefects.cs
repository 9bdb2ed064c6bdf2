using MigrateBoth.Detection.Tests.Planting;
using static MigrateBoth.Detection.Tests.Planting.Expected;
using static MigrateBoth.Detection.Tests.Planting.PlantedDefect;

namespace MigrateBoth.Detection.Tests.Defects;

/// <summary>What only raw SQL makes (catalogue row S-79): the model has no say in it, so only the engines can be compared.</summary>
internal static class SqliteObjectDefects
{
    public static IReadOnlyList<PlantedDefect> All { get; } =
    [
        OnSqlite(
            DefectKind.View,
            "view added",
            ["CREATE VIEW BrandNames AS SELECT Name FROM Brands"],
            At("BrandNames", "MB360").OfBoth()),
        OnSqlite(
            DefectKind.BrokenView,
            "view of a column that is gone",
            ["CREATE VIEW OpenOrders AS SELECT Openness FROM Orders"],
            At("OpenOrders", "MB360").OfBoth(),
            At("OpenOrders", "MB907")),
        OnSqlite(
            DefectKind.Trigger,
            "trigger added",
            ["CREATE TRIGGER TR_Brands_Lower AFTER INSERT ON Brands BEGIN UPDATE Brands SET Website = lower(Website) WHERE Id = NEW.Id; END"],
            At("Brands.TR_Brands_Lower", "MB361").OfBoth()),
        OnSqlite(
            DefectKind.VirtualTable,
            "full text search table",
            ["CREATE VIRTUAL TABLE ProductSearch USING fts5(Description)"],
            At("ProductSearch", "MB901")),
    ];
}
