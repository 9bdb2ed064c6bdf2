using MigrateBoth.Core;
using MigrateBoth.Detection.Tests.Planting;
using static MigrateBoth.Detection.Tests.Planting.Expected;
using static MigrateBoth.Detection.Tests.Planting.PlantedDefect;

namespace MigrateBoth.Detection.Tests.Defects;

internal static class MySqlIndexDefects
{
    public static IReadOnlyList<PlantedDefect> All { get; } =
    [
        OnMySql(
            DefectKind.MissingIndex,
            "unique index dropped",
            ["DROP INDEX IX_Orders_Number ON Orders"],
            At("Orders.IX_Orders_Number", "MB230", "MB330")),
        OnMySql(
            DefectKind.MissingIndex,
            "index dropped",
            ["DROP INDEX IX_Products_Name ON Products"],
            At("Products.IX_Products_Name", "MB230", "MB330")),
        OnMySql(
            DefectKind.MissingIndex,
            "index of a foreign key left to the server",
            ["ALTER TABLE Payments DROP INDEX IX_Payments_OrderId, ADD INDEX FK_Payments_Orders_OrderId (OrderId)"],
            At("Payments.IX_Payments_OrderId", "MB230", "MB330")),
        OnMySql(
            DefectKind.ExtraIndex,
            "index added",
            ["CREATE INDEX IX_Brands_Website ON Brands (Website)"],
            At("Brands.IX_Brands_Website", "MB232", "MB332").Weighing(Severity.Warning)),
        OnMySql(
            DefectKind.ExtraUniqueIndex,
            "unique index added",
            ["CREATE UNIQUE INDEX IX_Brands_Website ON Brands (Website)"],
            At("Brands.IX_Brands_Website", "MB232", "MB332")),
        OnMySql(
            DefectKind.IndexUniqueness,
            "index no longer unique",
            ["ALTER TABLE Orders DROP INDEX IX_Orders_Number, ADD INDEX IX_Orders_Number (Number)"],
            At("Orders.IX_Orders_Number", "MB231", "MB331")),
        OnMySql(
            DefectKind.IndexUniqueness,
            "index made unique",
            ["ALTER TABLE Products DROP INDEX IX_Products_Name, ADD UNIQUE INDEX IX_Products_Name (Name)"],
            At("Products.IX_Products_Name", "MB231", "MB331")),
        OnMySql(
            DefectKind.IndexColumns,
            "index of fewer columns",
            ["ALTER TABLE Reviews DROP INDEX IX_Reviews_CustomerId_ProductId, ADD UNIQUE INDEX IX_Reviews_CustomerId_ProductId (CustomerId)"],
            At("Reviews.IX_Reviews_CustomerId_ProductId", "MB231", "MB331")),
        OnMySql(
            DefectKind.IndexColumns,
            "index of another column",
            ["ALTER TABLE Products DROP INDEX IX_Products_Name, ADD INDEX IX_Products_Name (Status)"],
            At("Products.IX_Products_Name", "MB231", "MB331")),
        OnMySql(
            DefectKind.IndexColumnOrder,
            "index in another order",
            ["ALTER TABLE Customers DROP INDEX IX_Customers_LastName_FirstName, ADD INDEX IX_Customers_LastName_FirstName (FirstName, LastName)"],
            At("Customers.IX_Customers_LastName_FirstName", "MB231", "MB331")),
        OnMySql(
            DefectKind.IndexDirection,
            "descending index ascending",
            ["ALTER TABLE Orders DROP INDEX IX_Orders_CustomerId_PlacedAt, ADD INDEX IX_Orders_CustomerId_PlacedAt (CustomerId, PlacedAt)"],
            At("Orders.IX_Orders_CustomerId_PlacedAt", "MB231", "MB331").Weighing(Severity.Warning)),
        OnMySql(
            DefectKind.IndexExpression,
            "unique index on an expression",
            ["ALTER TABLE Brands DROP INDEX IX_Brands_Name, ADD UNIQUE INDEX IX_Brands_Name ((lower(Name)))"],
            At("Brands.IX_Brands_Name", "MB231", "MB331")),
        OnMySql(
            DefectKind.IndexPrefix,
            "unique index of the first characters",
            ["ALTER TABLE Brands DROP INDEX IX_Brands_Name, ADD UNIQUE INDEX IX_Brands_Name (Name(10))"],
            At("Brands.IX_Brands_Name", "MB231", "MB331")),
        OnMySql(
            DefectKind.IndexPrefix,
            "index of the first characters",
            ["ALTER TABLE Products DROP INDEX IX_Products_Name, ADD INDEX IX_Products_Name (Name(10))"],
            At("Products.IX_Products_Name", "MB231", "MB331").Weighing(Severity.Warning)),
        OnMySql(
            DefectKind.IndexVisibility,
            "index that is not used",
            ["ALTER TABLE Products ALTER INDEX IX_Products_Name INVISIBLE"],
            At("Products.IX_Products_Name", "MB231", "MB331").Weighing(Severity.Warning)),
        OnMySql(
            DefectKind.IndexMethod,
            "full text index added",
            ["CREATE FULLTEXT INDEX FT_Products_Description ON Products (Description)"],
            At("Products.FT_Products_Description", "MB232", "MB332").Weighing(Severity.Warning)),
        OnMySql(
            DefectKind.IndexMethod,
            "full text in place of an ordinary index",
            ["ALTER TABLE Products DROP INDEX IX_Products_Name, ADD FULLTEXT INDEX IX_Products_Name (Name)"],
            At("Products.IX_Products_Name", "MB231", "MB331").Weighing(Severity.Warning)),
        OnMySql(
            DefectKind.IndexName,
            "index renamed",
            ["ALTER TABLE Products RENAME INDEX IX_Products_Name TO IX_Products_Title"],
            At("Products.IX_Products_Name", "MB273", "MB373")),
        OnMySql(
            DefectKind.IndexComment,
            "comment on an index",
            ["ALTER TABLE Products DROP INDEX IX_Products_Name, ADD INDEX IX_Products_Name (Name) COMMENT 'for the search'"],
            At("Products.IX_Products_Name", "MB207")),
    ];
}
