using MigrateBoth.Core;
using MigrateBoth.Detection.Tests.Planting;
using static MigrateBoth.Detection.Tests.Planting.Expected;
using static MigrateBoth.Detection.Tests.Planting.PlantedDefect;

namespace MigrateBoth.Detection.Tests.Defects;

internal static class SqliteTableDefects
{
    public static IReadOnlyList<PlantedDefect> All { get; } =
    [
        OnSqlite(
            DefectKind.MissingTable,
            "table dropped",
            ["DROP TABLE AuditEntries"],
            At("AuditEntries", "MB210", "MB312")),
        OnSqlite(
            DefectKind.MissingTable,
            "table dropped that others refer to",
            ["DROP TABLE Tags"],
            At("Tags", "MB210", "MB312")),
        OnSqlite(
            DefectKind.ExtraTable,
            "table left behind",
            ["CREATE TABLE NewsletterSubscriptions (Id INTEGER NOT NULL CONSTRAINT PK_NewsletterSubscriptions PRIMARY KEY AUTOINCREMENT, Email TEXT NOT NULL)"],
            At("NewsletterSubscriptions", "MB212", "MB310")),
        OnSqlite(
            DefectKind.ExtraTable,
            "table of an interrupted rebuild",
            ["CREATE TABLE ef_temp_Orders (Id INTEGER NOT NULL PRIMARY KEY)"],
            At("ef_temp_Orders", "MB212", "MB310")),
        OnSqlite(
            DefectKind.RenamedTable,
            "table renamed",
            ["ALTER TABLE Brands RENAME TO Manufacturers"],
            At("Brands", "MB210", "MB312"),
            At("Manufacturers", "MB212", "MB310")),
        OnSqlite(
            DefectKind.TableNameCase,
            "table in other case",
            ["ALTER TABLE PriceChanges RENAME TO Temporary", "ALTER TABLE Temporary RENAME TO priceChanges"],
            At("PriceChanges", "MB272").Weighing(Severity.Error),
            At("priceChanges", "MB372").Weighing(Severity.Error)),
        OnSqlite(
            DefectKind.TableOption,
            "table without row numbers",
            [new Rewrite("Tags", "PRIMARY KEY\n)", "PRIMARY KEY\n) WITHOUT ROWID")],
            At("Tags", "MB270")),
        OnSqlite(
            DefectKind.TableOption,
            "strict table",
            [new Rewrite("Tags", "PRIMARY KEY\n)", "PRIMARY KEY\n) STRICT")],
            At("Tags", "MB270")),
    ];
}
