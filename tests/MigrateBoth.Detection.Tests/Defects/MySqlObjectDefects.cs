using MigrateBoth.Detection.Tests.Planting;
using static MigrateBoth.Detection.Tests.Planting.Expected;
using static MigrateBoth.Detection.Tests.Planting.PlantedDefect;

namespace MigrateBoth.Detection.Tests.Defects;

/// <summary>What only raw SQL makes (catalogue row S-79): the model has no say in it, so only the engines can be compared.</summary>
internal static class MySqlObjectDefects
{
    public static IReadOnlyList<PlantedDefect> All { get; } =
    [
        OnMySql(
            DefectKind.View,
            "view added",
            ["CREATE VIEW BrandNames AS SELECT Name FROM Brands"],
            At("BrandNames", "MB360").OfBoth()),
        OnMySql(
            DefectKind.BrokenView,
            "view of a table that is gone",
            [
                "CREATE TABLE Gone (Id int NOT NULL PRIMARY KEY)",
                "CREATE VIEW OpenOrders AS SELECT Id FROM Gone",
                "DROP TABLE Gone",
            ],
            At("OpenOrders", "MB360").OfBoth(),
            At("OpenOrders", "MB907")),
        OnMySql(
            DefectKind.Trigger,
            "trigger added",
            ["CREATE TRIGGER TR_Brands_Lower BEFORE INSERT ON Brands FOR EACH ROW SET NEW.Website = lower(NEW.Website)"],
            At("Brands.TR_Brands_Lower", "MB361").OfBoth()),
        OnMySql(
            DefectKind.Routine,
            "procedure added",
            ["CREATE PROCEDURE CountOrders() SELECT COUNT(*) FROM Orders"],
            At("CountOrders", "MB901")),
        OnMySql(
            DefectKind.Routine,
            "function added",
            ["CREATE FUNCTION Doubled(value int) RETURNS int DETERMINISTIC RETURN 2 * value"],
            At("Doubled", "MB901")),
        OnMySql(
            DefectKind.Routine,
            "procedure that a failed migration left",
            ["CREATE PROCEDURE POMELO_BEFORE_DROP_PRIMARY_KEY() SELECT 1"],
            At("POMELO_BEFORE_DROP_PRIMARY_KEY", "MB901")),
        OnMySql(
            DefectKind.Event,
            "event added",
            ["CREATE EVENT Nightly ON SCHEDULE EVERY 1 DAY DO DELETE FROM AuditEntries"],
            At("Nightly", "MB901")),
    ];
}
