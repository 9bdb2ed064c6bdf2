using MigrateBoth.Detection.Tests.Planting;
using static MigrateBoth.Detection.Tests.Planting.Expected;
using static MigrateBoth.Detection.Tests.Planting.PlantedDefect;

namespace MigrateBoth.Detection.Tests.Defects;

internal static class MySqlConstraintDefects
{
    public static IReadOnlyList<PlantedDefect> All { get; } =
    [
        // The index named like the foreign key is what the server itself would add (catalogue row S-65): no finding of its own.
        OnMySql(
            DefectKind.MissingPrimaryKey,
            "primary key gone",
            ["ALTER TABLE ProductTag DROP PRIMARY KEY, ADD INDEX FK_ProductTag_Products_ProductId (ProductId)"],
            At("ProductTag", "MB220", "MB320")),
        OnMySql(
            DefectKind.PrimaryKeyColumns,
            "primary key of fewer columns",
            ["ALTER TABLE ProductTag DROP PRIMARY KEY, ADD PRIMARY KEY (ProductId)"],
            At("ProductTag", "MB220", "MB320")),
        OnMySql(
            DefectKind.PrimaryKeyOrder,
            "primary key in another order",
            ["ALTER TABLE StockItems DROP PRIMARY KEY, ADD PRIMARY KEY (ProductId, WarehouseId), ADD INDEX FK_StockItems_Warehouses_WarehouseId (WarehouseId)"],
            At("StockItems", "MB220", "MB320")),
        OnMySql(
            DefectKind.MissingUniqueConstraint,
            "alternate key no longer unique",
            ["SET restrict_fk_on_non_standard_key = 0", "ALTER TABLE Products DROP INDEX AK_Products_Sku, ADD INDEX AK_Products_Sku (Sku)"],
            At("Products.AK_Products_Sku", "MB231", "MB321")),
        OnMySql(
            DefectKind.UniqueConstraintColumns,
            "alternate key of more columns",
            ["SET restrict_fk_on_non_standard_key = 0", "ALTER TABLE Products DROP INDEX AK_Products_Sku, ADD UNIQUE INDEX AK_Products_Sku (Sku, Name)"],
            At("Products.AK_Products_Sku", "MB231", "MB321")),
        OnMySql(
            DefectKind.ExtraUniqueConstraint,
            "unique constraint added",
            ["ALTER TABLE Brands ADD CONSTRAINT AK_Brands_Website UNIQUE (Website)"],
            At("Brands.AK_Brands_Website", "MB232", "MB332")),
        OnMySql(
            DefectKind.MissingForeignKey,
            "foreign key dropped",
            ["ALTER TABLE Payments DROP FOREIGN KEY FK_Payments_Orders_OrderId"],
            At("Payments.FK_Payments_Orders_OrderId", "MB240", "MB340")),
        OnMySql(
            DefectKind.ExtraForeignKey,
            "foreign key added",
            ["ALTER TABLE Customers ADD CONSTRAINT FK_Customers_Countries FOREIGN KEY (BillingAddress_CountryCode) REFERENCES Countries (Code)"],
            At("Customers.FK_Customers_Countries", "MB242", "MB342")),
        Recreated(
            DefectKind.DeleteAction,
            "cascade in place of restrict",
            "Payments.FK_Payments_Orders_OrderId",
            "FOREIGN KEY (OrderId) REFERENCES Orders (Id) ON DELETE CASCADE"),
        Recreated(
            DefectKind.DeleteAction,
            "set null gone",
            "Reviews.FK_Reviews_Customers_CustomerId",
            "FOREIGN KEY (CustomerId) REFERENCES Customers (Id)"),
        Recreated(
            DefectKind.UpdateAction,
            "updates that cascade",
            "Warehouses.FK_Warehouses_Countries_CountryCode",
            "FOREIGN KEY (CountryCode) REFERENCES Countries (Code) ON DELETE RESTRICT ON UPDATE CASCADE"),
        Recreated(
            DefectKind.PrincipalTable,
            "foreign key to another table",
            "Payments.FK_Payments_Orders_OrderId",
            "FOREIGN KEY (OrderId) REFERENCES Shipments (Id) ON DELETE RESTRICT"),
        Recreated(
            DefectKind.PrincipalTable,
            "foreign key into another database",
            "Payments.FK_Payments_Orders_OrderId",
            "FOREIGN KEY (OrderId) REFERENCES elsewhere.Orders (Id) ON DELETE RESTRICT"),
        Recreated(
            DefectKind.PrincipalColumn,
            "foreign key to another column",
            "OrderLines.FK_OrderLines_Products_ProductSku",
            "FOREIGN KEY (ProductSku) REFERENCES Products (Name) ON DELETE RESTRICT"),
        OnMySql(
            DefectKind.ForeignKeyName,
            "foreign key renamed",
            [
                "ALTER TABLE Payments DROP FOREIGN KEY FK_Payments_Orders_OrderId",
                "ALTER TABLE Payments ADD CONSTRAINT FK_Payments_Order FOREIGN KEY (OrderId) REFERENCES Orders (Id) ON DELETE RESTRICT",
            ],
            At("Payments.FK_Payments_Orders_OrderId", "MB273", "MB373")),
        OnMySql(
            DefectKind.MissingCheck,
            "check dropped",
            ["ALTER TABLE Reviews DROP CHECK CK_Reviews_Rating"],
            At("Reviews.CK_Reviews_Rating", "MB250", "MB350")),
        OnMySql(
            DefectKind.ExtraCheck,
            "check added",
            ["ALTER TABLE Brands ADD CONSTRAINT CK_Brands_Name CHECK (Name <> '')"],
            At("Brands.CK_Brands_Name", "MB252", "MB352")),
        OnMySql(
            DefectKind.CheckExpression,
            "other limit in a check",
            ["ALTER TABLE Reviews DROP CHECK CK_Reviews_Rating, ADD CONSTRAINT CK_Reviews_Rating CHECK (Rating >= 1 AND Rating <= 10)"],
            At("Reviews.CK_Reviews_Rating", "MB251", "MB351")),
        OnMySql(
            DefectKind.CheckExpression,
            "check of a text in quotes",
            ["ALTER TABLE Reviews DROP CHECK CK_Reviews_Rating, ADD CONSTRAINT CK_Reviews_Rating CHECK (\"Rating\" >= 1 AND \"Rating\" <= 5)"],
            At("Reviews.CK_Reviews_Rating", "MB251", "MB351")),
        OnMySql(
            DefectKind.CheckEnforcement,
            "check that is not enforced",
            ["ALTER TABLE Reviews ALTER CHECK CK_Reviews_Rating NOT ENFORCED"],
            At("Reviews.CK_Reviews_Rating", "MB251", "MB351")),
        OnMySql(
            DefectKind.CheckName,
            "check renamed",
            ["ALTER TABLE Reviews DROP CHECK CK_Reviews_Rating, ADD CONSTRAINT CK_Reviews_Stars CHECK (Rating >= 1 AND Rating <= 5)"],
            At("Reviews.CK_Reviews_Rating", "MB273", "MB373")),
    ];

    /// <summary>A foreign key recreated under its name, otherwise. Some of these the server takes only when it does not look.</summary>
    private static PlantedDefect Recreated(DefectKind kind, string what, string path, string definition)
    {
        var (table, name) = (path.Split('.')[0], path.Split('.')[1]);
        return OnMySql(
            kind,
            what,
            [
                "SET FOREIGN_KEY_CHECKS = 0, restrict_fk_on_non_standard_key = 0",
                $"ALTER TABLE {table} DROP FOREIGN KEY {name}",
                $"ALTER TABLE {table} ADD CONSTRAINT {name} {definition}",
            ],
            At(path, "MB241", "MB341"));
    }
}
