using MigrateBoth.Core;
using MigrateBoth.Detection.Tests.Planting;
using static MigrateBoth.Detection.Tests.Planting.Expected;
using static MigrateBoth.Detection.Tests.Planting.PlantedDefect;

namespace MigrateBoth.Detection.Tests.Defects;

internal static class MySqlColumnDefects
{
    private const string Text = "CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin";

    public static IReadOnlyList<PlantedDefect> All { get; } =
    [
        OnMySql(
            DefectKind.MissingColumn,
            "column dropped",
            ["ALTER TABLE Brands DROP COLUMN Website"],
            At("Brands.Website", "MB211", "MB311")),
        OnMySql(
            DefectKind.MissingColumn,
            "column dropped out of its index",
            ["ALTER TABLE AuditEntries DROP COLUMN Subject"],
            At("AuditEntries.Subject", "MB211", "MB311")),
        OnMySql(
            DefectKind.ExtraColumn,
            "column added",
            ["ALTER TABLE Brands ADD COLUMN Founded int NULL"],
            At("Brands.Founded", "MB213", "MB313")),
        OnMySql(
            DefectKind.RenamedColumn,
            "column renamed",
            ["ALTER TABLE Brands RENAME COLUMN Website TO Homepage"],
            At("Brands.Website", "MB211", "MB311"),
            At("Brands.Homepage", "MB213", "MB313")),
        OnMySql(
            DefectKind.ColumnNameCase,
            "column in other case",
            ["ALTER TABLE Brands RENAME COLUMN Website TO website"],
            At("Brands.Website", "MB272", "MB372")),
        OnMySql(
            DefectKind.ColumnType,
            "wider integer",
            ["ALTER TABLE Reviews MODIFY Rating bigint NOT NULL"],
            At("Reviews.Rating", "MB201", "MB301")),
        OnMySql(
            DefectKind.ColumnType,
            "float in place of double",
            ["ALTER TABLE Products MODIFY WeightKg float NULL"],
            At("Products.WeightKg", "MB201", "MB301")),
        OnMySql(
            DefectKind.ColumnType,
            "date in place of a moment",
            ["ALTER TABLE Payments MODIFY ReceivedAt date NOT NULL"],
            At("Payments.ReceivedAt", "MB201", "MB301")),
        OnMySql(
            DefectKind.ColumnType,
            "text of 64 KiB in place of any length",
            [$"ALTER TABLE Products MODIFY Description text {Text} NULL"],
            At("Products.Description", "MB201", "MB301")),
        OnMySql(
            DefectKind.ColumnType,
            "JSON in place of text",
            ["ALTER TABLE Customers MODIFY Preferences json NOT NULL"],
            At("Customers.Preferences", "MB201", "MB206", "MB301")),
        OnMySql(
            DefectKind.ColumnType,
            "byte in place of bool",
            ["ALTER TABLE Reviews MODIFY IsHidden tinyint NOT NULL"],
            At("Reviews.IsHidden", "MB201", "MB301")),
        OnMySql(
            DefectKind.ColumnLength,
            "shorter text",
            [$"ALTER TABLE Brands MODIFY Name varchar(50) {Text} NOT NULL"],
            At("Brands.Name", "MB201", "MB301")),
        OnMySql(
            DefectKind.ColumnLength,
            "longer text",
            [$"ALTER TABLE Brands MODIFY Name varchar(200) {Text} NOT NULL"],
            At("Brands.Name", "MB201", "MB301")),
        OnMySql(
            DefectKind.ColumnLength,
            "shorter bytes",
            ["ALTER TABLE ProductImages MODIFY Checksum varbinary(16) NOT NULL"],
            At("ProductImages.Checksum", "MB201", "MB301")),
        OnMySql(
            DefectKind.ColumnPrecision,
            "fewer digits",
            ["ALTER TABLE Orders MODIFY Total decimal(10,2) NOT NULL"],
            At("Orders.Total", "MB201", "MB301")),
        OnMySql(
            DefectKind.ColumnPrecision,
            "moment in whole seconds",
            ["ALTER TABLE Orders MODIFY PlacedAt datetime NOT NULL"],
            At("Orders.PlacedAt", "MB201", "MB301")),
        OnMySql(
            DefectKind.ColumnScale,
            "fewer decimal places",
            ["ALTER TABLE Products MODIFY TaxRate decimal(5,2) NOT NULL"],
            At("Products.TaxRate", "MB201", "MB301")),
        OnMySql(
            DefectKind.ColumnSign,
            "integer without a sign",
            ["ALTER TABLE StockItems MODIFY Version int unsigned NOT NULL"],
            At("StockItems.Version", "MB201", "MB301")),
        OnMySql(
            DefectKind.ColumnNullability,
            "required column optional",
            [$"ALTER TABLE Orders MODIFY Currency varchar(3) {Text} NULL"],
            At("Orders.Currency", "MB202", "MB302")),
        OnMySql(
            DefectKind.ColumnNullability,
            "optional column required",
            [$"ALTER TABLE Brands MODIFY Website varchar(300) {Text} NOT NULL"],
            At("Brands.Website", "MB202", "MB302")),
        OnMySql(
            DefectKind.ColumnDefault,
            "other default",
            ["ALTER TABLE Orders ALTER ReturnDays SET DEFAULT (2 * 8)"],
            At("Orders.ReturnDays", "MB203", "MB303")),
        OnMySql(
            DefectKind.MissingDefault,
            "default gone",
            ["ALTER TABLE Orders ALTER ReturnDays DROP DEFAULT"],
            At("Orders.ReturnDays", "MB203", "MB303")),
        OnMySql(
            DefectKind.ExtraDefault,
            "default on an optional column",
            ["ALTER TABLE Brands ALTER Website SET DEFAULT 'none'"],
            At("Brands.Website", "MB203", "MB303")),
        OnMySql(
            DefectKind.ExtraDefault,
            "default of the server's clock",
            ["ALTER TABLE Payments MODIFY ReceivedAt datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6)"],
            At("Payments.ReceivedAt", "MB203", "MB303")),
        OnMySql(
            DefectKind.DefaultResidue,
            "default that AddColumn left",
            ["ALTER TABLE Coupons ALTER IsRetired SET DEFAULT 0"],
            At("Coupons.IsRetired", "MB290", "MB390")),
        OnMySql(
            DefectKind.ComputedExpression,
            "other computation",
            ["ALTER TABLE StockItems MODIFY Available int GENERATED ALWAYS AS (OnHand + Reserved) VIRTUAL"],
            At("StockItems.Available", "MB204", "MB304")),
        OnMySql(
            DefectKind.ComputedExpression,
            "computation without its condition",
            [$"ALTER TABLE Coupons MODIFY ActiveCode varchar(20) {Text} GENERATED ALWAYS AS (Code) STORED"],
            At("Coupons.ActiveCode", "MB204", "MB304")),
        OnMySql(
            DefectKind.ComputedStorage,
            "column computed on reading stored",
            ["ALTER TABLE StockItems DROP COLUMN Available", "ALTER TABLE StockItems ADD Available int GENERATED ALWAYS AS (OnHand - Reserved) STORED"],
            At("StockItems.Available", "MB204", "MB304")),
        OnMySql(
            DefectKind.ComputedToPlain,
            "computed column made a plain one",
            ["ALTER TABLE StockItems DROP COLUMN Available", "ALTER TABLE StockItems ADD Available int NULL"],
            At("StockItems.Available", "MB204", "MB304")),
        OnMySql(
            DefectKind.PlainToComputed,
            "plain column computed",
            ["ALTER TABLE Brands DROP COLUMN Website", $"ALTER TABLE Brands ADD Website varchar(300) {Text} GENERATED ALWAYS AS (lower(Name)) VIRTUAL"],
            At("Brands.Website", "MB204", "MB304")),
        OnMySql(
            DefectKind.Identity,
            "AUTO_INCREMENT gone",
            ["ALTER TABLE AuditEntries MODIFY Id bigint NOT NULL"],
            At("AuditEntries.Id", "MB205", "MB305")),
        OnMySql(
            DefectKind.ColumnCollation,
            "text that ignores case",
            ["ALTER TABLE Customers MODIFY Email varchar(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NOT NULL"],
            At("Customers.Email", "MB206", "MB306")),
        OnMySql(
            DefectKind.ColumnCollation,
            "text that ignores trailing blanks",
            ["ALTER TABLE Customers MODIFY Email varchar(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL"],
            At("Customers.Email", "MB206"),
            At("Customers.Email", "MB306").Weighing(Severity.Warning)),
        OnMySql(
            DefectKind.ColumnCharacterSet,
            "text of one alphabet",
            ["ALTER TABLE Customers MODIFY FirstName varchar(100) CHARACTER SET latin1 COLLATE latin1_bin NOT NULL"],
            At("Customers.FirstName", "MB206"),
            At("Customers.FirstName", "MB306").Weighing(Severity.Warning)),
        OnMySql(
            DefectKind.ColumnComment,
            "comment on a column",
            [$"ALTER TABLE Brands MODIFY Website varchar(300) {Text} NULL COMMENT 'where to read on'"],
            At("Brands.Website", "MB207")),
        OnMySql(
            DefectKind.ColumnVisibility,
            "column that SELECT * leaves out",
            ["ALTER TABLE Brands ALTER COLUMN Website SET INVISIBLE"],
            At("Brands.Website", "MB208", "MB308")),
        OnMySql(
            DefectKind.ColumnOnUpdate,
            "moment that updates set",
            ["ALTER TABLE Payments MODIFY ReceivedAt datetime(6) NOT NULL ON UPDATE CURRENT_TIMESTAMP(6)"],
            At("Payments.ReceivedAt", "MB208", "MB308")),
        OnMySql(
            DefectKind.ColumnType,
            "text of fixed length",
            [$"ALTER TABLE Brands MODIFY Website char(200) {Text} NULL"],
            At("Brands.Website", "MB201", "MB301")),
        OnMySql(
            DefectKind.ColumnType,
            "choice in place of text",
            [$"ALTER TABLE Orders MODIFY Status enum('Placed','Paid') {Text} NOT NULL"],
            At("Orders.Status", "MB201", "MB301")),
        OnMySql(
            DefectKind.ColumnType,
            "time stamp in place of a moment",
            ["ALTER TABLE Payments MODIFY ReceivedAt timestamp(6) NOT NULL"],
            At("Payments.ReceivedAt", "MB201", "MB301")),
        OnMySql(
            DefectKind.ColumnType,
            "integer filled with zeros",
            ["ALTER TABLE StockItems MODIFY Version int(8) unsigned zerofill NOT NULL"],
            At("StockItems.Version", "MB201", "MB301")),
        OnMySql(
            DefectKind.ColumnCharacterSet,
            "key in another alphabet",
            ["SET FOREIGN_KEY_CHECKS = 0", $"ALTER TABLE Shipments MODIFY WarehouseId char(36) {Text} NOT NULL"],
            At("Shipments.WarehouseId", "MB206")),
    ];
}
