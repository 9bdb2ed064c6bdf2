using MigrateBoth.Core;
using MigrateBoth.Detection.Tests.Planting;
using static MigrateBoth.Detection.Tests.Planting.Expected;
using static MigrateBoth.Detection.Tests.Planting.PlantedDefect;

namespace MigrateBoth.Detection.Tests.Defects;

internal static class SqliteColumnDefects
{
    public static IReadOnlyList<PlantedDefect> All { get; } =
    [
        OnSqlite(
            DefectKind.MissingColumn,
            "column dropped",
            ["ALTER TABLE Brands DROP COLUMN Website"],
            At("Brands.Website", "MB211", "MB313")),
        OnSqlite(
            DefectKind.MissingColumn,
            "column dropped with its index",
            ["DROP INDEX IX_AuditEntries_Subject_At", "ALTER TABLE AuditEntries DROP COLUMN Subject"],
            At("AuditEntries.Subject", "MB211", "MB313")),
        OnSqlite(
            DefectKind.ExtraColumn,
            "column added",
            ["ALTER TABLE Brands ADD COLUMN Founded INTEGER NULL"],
            At("Brands.Founded", "MB213", "MB311")),
        OnSqlite(
            DefectKind.RenamedColumn,
            "column renamed",
            ["ALTER TABLE Brands RENAME COLUMN Website TO Homepage"],
            At("Brands.Website", "MB211", "MB313"),
            At("Brands.Homepage", "MB213", "MB311")),
        OnSqlite(
            DefectKind.ColumnNameCase,
            "column in other case",
            [new Rewrite("Brands", "\"Website\"", "\"website\"")],
            At("Brands.Website", "MB272"),
            At("Brands.website", "MB372")),
        OnSqlite(
            DefectKind.ColumnType,
            "decimal as a real",
            [new Rewrite("Orders", "\"Total\" TEXT", "\"Total\" REAL")],
            At("Orders.Total", "MB201", "MB301")),
        OnSqlite(
            DefectKind.ColumnType,
            "integer as text",
            [new Rewrite("Reviews", "\"Rating\" INTEGER", "\"Rating\" TEXT")],
            At("Reviews.Rating", "MB201", "MB301")),
        OnSqlite(
            DefectKind.ColumnType,
            "bytes as text",
            [new Rewrite("ProductImages", "\"Content\" BLOB", "\"Content\" TEXT")],
            At("ProductImages.Content", "MB201", "MB301")),
        OnSqlite(
            DefectKind.ColumnType,
            "column without a type",
            [new Rewrite("Brands", "\"Website\" TEXT NULL", "\"Website\" NULL")],
            At("Brands.Website", "MB201", "MB301")),
        OnSqlite(
            DefectKind.ColumnLength,
            "text declared with a length",
            [new Rewrite("Coupons", "\"Code\" TEXT", "\"Code\" varchar(20)")],
            At("Coupons.Code", "MB201", "MB301")),
        OnSqlite(
            DefectKind.ColumnNullability,
            "required column optional",
            [new Rewrite("Orders", "\"Currency\" TEXT NOT NULL", "\"Currency\" TEXT NULL")],
            At("Orders.Currency", "MB202", "MB302")),
        OnSqlite(
            DefectKind.ColumnNullability,
            "optional column required",
            [new Rewrite("Brands", "\"Website\" TEXT NULL", "\"Website\" TEXT NOT NULL")],
            At("Brands.Website", "MB202", "MB302")),
        OnSqlite(
            DefectKind.ColumnDefault,
            "other default",
            [new Rewrite("Orders", "DEFAULT ((2 * 7))", "DEFAULT ((2 * 8))")],
            At("Orders.ReturnDays", "MB203", "MB303")),
        OnSqlite(
            DefectKind.MissingDefault,
            "default gone",
            [new Rewrite("Orders", " DEFAULT ((2 * 7))", "")],
            At("Orders.ReturnDays", "MB203", "MB303")),
        OnSqlite(
            DefectKind.ExtraDefault,
            "default on an optional column",
            [new Rewrite("Brands", "\"Website\" TEXT NULL", "\"Website\" TEXT NULL DEFAULT 'none'")],
            At("Brands.Website", "MB203", "MB303")),
        OnSqlite(
            DefectKind.ExtraDefault,
            "default of the server's clock",
            [new Rewrite("Payments", "\"ReceivedAt\" TEXT NOT NULL", "\"ReceivedAt\" TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP")],
            At("Payments.ReceivedAt", "MB203", "MB303")),
        OnSqlite(
            DefectKind.DefaultResidue,
            "default that AddColumn left",
            [new Rewrite("Coupons", "\"IsRetired\" INTEGER NOT NULL", "\"IsRetired\" INTEGER NOT NULL DEFAULT 0")],
            At("Coupons.IsRetired", "MB290", "MB390")),
        OnSqlite(
            DefectKind.ComputedExpression,
            "other computation",
            [new Rewrite("StockItems", "OnHand - Reserved", "OnHand + Reserved")],
            At("StockItems.Available", "MB204", "MB304")),
        OnSqlite(
            DefectKind.ComputedExpression,
            "computation without its condition",
            [new Rewrite("Coupons", "CASE WHEN IsRetired = 0 THEN Code END", "Code")],
            At("Coupons.ActiveCode", "MB204", "MB304")),
        OnSqlite(
            DefectKind.ComputedStorage,
            "stored column computed on reading",
            [new Rewrite("Coupons", ") STORED", ") VIRTUAL")],
            At("Coupons.ActiveCode", "MB204", "MB304")),
        OnSqlite(
            DefectKind.ComputedToPlain,
            "computed column made a plain one",
            [new Rewrite("StockItems", "\"Available\" AS (OnHand - Reserved)", "\"Available\" INTEGER NULL")],
            At("StockItems.Available", "MB201", "MB204", "MB301", "MB304")),
        OnSqlite(
            DefectKind.PlainToComputed,
            "plain column computed",
            [new Rewrite("Brands", "\"Website\" TEXT NULL", "\"Website\" TEXT NULL AS (lower(\"Name\"))")],
            At("Brands.Website", "MB204", "MB304")),
        OnSqlite(
            DefectKind.Identity,
            "AUTOINCREMENT gone",
            [new Rewrite("Brands", " AUTOINCREMENT", "")],
            At("Brands.Id", "MB205"),
            At("Brands.Id", "MB305").Weighing(Severity.Warning)),
        OnSqlite(
            DefectKind.Identity,
            "key no longer the row's number",
            [new Rewrite("Brands", "\"Id\" INTEGER NOT NULL CONSTRAINT \"PK_Brands\" PRIMARY KEY AUTOINCREMENT", "\"Id\" INT NOT NULL CONSTRAINT \"PK_Brands\" PRIMARY KEY")],
            At("Brands.Id", "MB201", "MB205", "MB301", "MB305")),
        OnSqlite(
            DefectKind.ColumnCollation,
            "text that ignores case",
            [new Rewrite("Customers", "\"Email\" TEXT NOT NULL", "\"Email\" TEXT NOT NULL COLLATE NOCASE")],
            At("Customers.Email", "MB206", "MB306")),
        OnSqlite(
            DefectKind.ColumnCollation,
            "text that ignores trailing blanks",
            [new Rewrite("Customers", "\"Email\" TEXT NOT NULL", "\"Email\" TEXT NOT NULL COLLATE RTRIM")],
            At("Customers.Email", "MB206"),
            At("Customers.Email", "MB306").Weighing(Severity.Warning)),
    ];
}
