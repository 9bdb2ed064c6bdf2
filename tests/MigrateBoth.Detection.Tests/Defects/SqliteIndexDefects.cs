using MigrateBoth.Core;
using MigrateBoth.Detection.Tests.Planting;
using static MigrateBoth.Detection.Tests.Planting.Expected;
using static MigrateBoth.Detection.Tests.Planting.PlantedDefect;

namespace MigrateBoth.Detection.Tests.Defects;

internal static class SqliteIndexDefects
{
    public static IReadOnlyList<PlantedDefect> All { get; } =
    [
        OnSqlite(
            DefectKind.MissingIndex,
            "unique index dropped",
            ["DROP INDEX IX_Orders_Number"],
            At("Orders.IX_Orders_Number", "MB230", "MB332")),
        OnSqlite(
            DefectKind.MissingIndex,
            "index of a foreign key dropped",
            ["DROP INDEX IX_Payments_OrderId"],
            At("Payments.IX_Payments_OrderId", "MB230"),
            At("Payments.IX_Payments_OrderId", "MB332").Weighing(Severity.Warning)),
        OnSqlite(
            DefectKind.ExtraIndex,
            "index added",
            ["CREATE INDEX IX_Brands_Website ON Brands (Website)"],
            At("Brands.IX_Brands_Website", "MB232").Weighing(Severity.Warning),
            At("Brands.IX_Brands_Website", "MB330")),
        OnSqlite(
            DefectKind.ExtraUniqueIndex,
            "unique index added",
            ["CREATE UNIQUE INDEX IX_Brands_Website ON Brands (Website)"],
            At("Brands.IX_Brands_Website", "MB232", "MB330")),
        OnSqlite(
            DefectKind.IndexUniqueness,
            "index no longer unique",
            ["DROP INDEX IX_Orders_Number", "CREATE INDEX IX_Orders_Number ON Orders (Number)"],
            At("Orders.IX_Orders_Number", "MB231", "MB331")),
        OnSqlite(
            DefectKind.IndexUniqueness,
            "index made unique",
            ["DROP INDEX IX_Products_Name", "CREATE UNIQUE INDEX IX_Products_Name ON Products (Name)"],
            At("Products.IX_Products_Name", "MB231", "MB331")),
        OnSqlite(
            DefectKind.IndexColumns,
            "index of fewer columns",
            ["DROP INDEX IX_Reviews_CustomerId_ProductId", "CREATE UNIQUE INDEX IX_Reviews_CustomerId_ProductId ON Reviews (CustomerId)"],
            At("Reviews.IX_Reviews_CustomerId_ProductId", "MB231", "MB331")),
        OnSqlite(
            DefectKind.IndexColumns,
            "index of another column",
            ["DROP INDEX IX_Products_Name", "CREATE INDEX IX_Products_Name ON Products (Description)"],
            At("Products.IX_Products_Name", "MB231", "MB331")),
        OnSqlite(
            DefectKind.IndexColumnOrder,
            "index in another order",
            ["DROP INDEX IX_Customers_LastName_FirstName", "CREATE INDEX IX_Customers_LastName_FirstName ON Customers (FirstName, LastName)"],
            At("Customers.IX_Customers_LastName_FirstName", "MB231", "MB331")),
        OnSqlite(
            DefectKind.IndexDirection,
            "descending index ascending",
            ["DROP INDEX IX_Orders_CustomerId_PlacedAt", "CREATE INDEX IX_Orders_CustomerId_PlacedAt ON Orders (CustomerId, PlacedAt)"],
            At("Orders.IX_Orders_CustomerId_PlacedAt", "MB231", "MB331").Weighing(Severity.Warning)),
        OnSqlite(
            DefectKind.IndexFilter,
            "unique index of some rows only",
            ["DROP INDEX IX_Brands_Name", "CREATE UNIQUE INDEX IX_Brands_Name ON Brands (Name) WHERE Website IS NOT NULL"],
            At("Brands.IX_Brands_Name", "MB231", "MB331")),
        OnSqlite(
            DefectKind.IndexFilter,
            "index of some rows only",
            ["DROP INDEX IX_Products_Name", "CREATE INDEX IX_Products_Name ON Products (Name) WHERE Description IS NOT NULL"],
            At("Products.IX_Products_Name", "MB231", "MB331").Weighing(Severity.Warning)),
        OnSqlite(
            DefectKind.IndexExpression,
            "unique index on an expression",
            ["DROP INDEX IX_Brands_Name", "CREATE UNIQUE INDEX IX_Brands_Name ON Brands (lower(Name))"],
            At("Brands.IX_Brands_Name", "MB231", "MB331")),
        OnSqlite(
            DefectKind.IndexCollation,
            "unique index that ignores case",
            ["DROP INDEX IX_Brands_Name", "CREATE UNIQUE INDEX IX_Brands_Name ON Brands (Name COLLATE NOCASE)"],
            At("Brands.IX_Brands_Name", "MB231", "MB331")),
        OnSqlite(
            DefectKind.IndexName,
            "index renamed",
            ["DROP INDEX IX_Products_Name", "CREATE INDEX IX_Products_Title ON Products (Name)"],
            At("Products.IX_Products_Name", "MB273"),
            At("Products.IX_Products_Title", "MB373")),
    ];
}
