using MigrateBoth.Core;
using MigrateBoth.Core.Findings;
using MigrateBoth.Detection.Tests.Planting;
using static MigrateBoth.Detection.Tests.Planting.Expected;
using static MigrateBoth.Detection.Tests.Planting.PlantedDefect;

namespace MigrateBoth.Detection.Tests.Defects;

internal static class MySqlTableDefects
{
    public static IReadOnlyList<PlantedDefect> All { get; } =
    [
        OnMySql(
            DefectKind.MissingTable,
            "table dropped",
            ["DROP TABLE AuditEntries"],
            At("AuditEntries", "MB210", "MB310")),
        OnMySql(
            DefectKind.MissingTable,
            "table dropped that others refer to",
            ["SET FOREIGN_KEY_CHECKS = 0", "DROP TABLE Tags"],
            At("Tags", "MB210", "MB310")),
        OnMySql(
            DefectKind.ExtraTable,
            "table left behind",
            ["CREATE TABLE NewsletterSubscriptions (Id int NOT NULL AUTO_INCREMENT PRIMARY KEY, Email varchar(254) NOT NULL)"],
            At("NewsletterSubscriptions", "MB212", "MB312")),
        OnMySql(
            DefectKind.RenamedTable,
            "table renamed",
            ["RENAME TABLE Brands TO Manufacturers"],
            At("Brands", "MB210", "MB310"),
            At("Manufacturers", "MB212", "MB312")),
        OnMySql(
            DefectKind.TableNameCase,
            "table in other case",
            ["RENAME TABLE PriceChanges TO priceChanges"],
            At("PriceChanges", "MB272", "MB372").Weighing(Severity.Error)),
        OnMySql(
            DefectKind.TableOption,
            "table without transactions",
            ["ALTER TABLE Payments DROP FOREIGN KEY FK_Payments_Orders_OrderId", "ALTER TABLE Payments ENGINE = MyISAM"],
            At("Payments", "MB270", "MB370"),
            At("Payments.FK_Payments_Orders_OrderId", "MB240", "MB340")),
        OnMySql(
            DefectKind.TableOption,
            "compressed table",
            ["ALTER TABLE Tags ROW_FORMAT = COMPRESSED"],
            At("Tags", "MB270")),
        OnMySql(
            DefectKind.TableCollation,
            "collation of a table",
            ["ALTER TABLE Brands COLLATE utf8mb4_general_ci"],
            At("Brands", "MB270")),
        OnMySql(
            DefectKind.TableComment,
            "comment on a table",
            ["ALTER TABLE Brands COMMENT = 'who makes it'"],
            At("Brands", "MB207")),
        OnMySql(
            DefectKind.DatabaseCollation,
            "collation of the database",
            ["ALTER DATABASE COLLATE utf8mb4_general_ci"],
            At("database", "MB271")),
        OnMySql(
            DefectKind.TableOption,
            "partitioned table",
            ["ALTER TABLE Payments DROP FOREIGN KEY FK_Payments_Orders_OrderId", "ALTER TABLE Payments PARTITION BY HASH (Id) PARTITIONS 4"],
            At("Payments", "MB901"),
            At("Payments", "MB901").In(StageNames.Drift),
            At("Payments.FK_Payments_Orders_OrderId", "MB240", "MB340")),
    ];
}
