using MigrateBoth.Core;
using MigrateBoth.Detection.Tests.Planting;
using static MigrateBoth.Detection.Tests.Planting.Expected;
using static MigrateBoth.Detection.Tests.Planting.PlantedDefect;

namespace MigrateBoth.Detection.Tests.Defects;

internal static class SqliteConstraintDefects
{
    public static IReadOnlyList<PlantedDefect> All { get; } =
    [
        OnSqlite(
            DefectKind.MissingPrimaryKey,
            "primary key gone",
            [new Rewrite("Countries", " CONSTRAINT \"PK_Countries\" PRIMARY KEY", "")],
            At("Countries", "MB220", "MB320")),
        OnSqlite(
            DefectKind.PrimaryKeyColumns,
            "primary key of fewer columns",
            [new Rewrite("ProductTag", "PRIMARY KEY (\"ProductId\", \"TagName\")", "PRIMARY KEY (\"ProductId\")")],
            At("ProductTag", "MB220", "MB320")),
        OnSqlite(
            DefectKind.PrimaryKeyOrder,
            "primary key in another order",
            [new Rewrite("StockItems", "PRIMARY KEY (\"WarehouseId\", \"ProductId\")", "PRIMARY KEY (\"ProductId\", \"WarehouseId\")")],
            At("StockItems", "MB220", "MB320")),
        OnSqlite(
            DefectKind.MissingUniqueConstraint,
            "unique constraint gone",
            [new Rewrite("Products", "    CONSTRAINT \"AK_Products_Sku\" UNIQUE (\"Sku\"),\n", "")],
            At("Products.AK_Products_Sku", "MB221", "MB332")),
        OnSqlite(
            DefectKind.UniqueConstraintColumns,
            "unique constraint of more columns",
            [new Rewrite("Products", "UNIQUE (\"Sku\")", "UNIQUE (\"Sku\", \"Name\")")],
            At("Products.AK_Products_Sku", "MB221", "MB321")),
        OnSqlite(
            DefectKind.ExtraUniqueConstraint,
            "unique constraint added",
            [new Rewrite("Brands", "\"Website\" TEXT NULL", "\"Website\" TEXT NULL,\n    CONSTRAINT \"AK_Brands_Website\" UNIQUE (\"Website\")")],
            At("Brands.AK_Brands_Website", "MB221", "MB321")),
        OnSqlite(
            DefectKind.ExtraUniqueConstraint,
            "unique constraint without a name",
            [new Rewrite("Brands", "\"Website\" TEXT NULL", "\"Website\" TEXT NULL UNIQUE")],
            At("Brands.UNIQUE (Website)", "MB221", "MB321")),
        OnSqlite(
            DefectKind.MissingForeignKey,
            "foreign key gone",
            [new Rewrite("Payments", ",\n    CONSTRAINT \"FK_Payments_Orders_OrderId\" FOREIGN KEY (\"OrderId\") REFERENCES \"Orders\" (\"Id\") ON DELETE RESTRICT", "")],
            At("Payments.FK_Payments_Orders_OrderId", "MB240", "MB342")),
        OnSqlite(
            DefectKind.ExtraForeignKey,
            "foreign key added",
            [new Rewrite("Customers", "\"Version\" INTEGER NOT NULL", "\"Version\" INTEGER NOT NULL,\n    CONSTRAINT \"FK_Customers_Countries\" FOREIGN KEY (\"BillingAddress_CountryCode\") REFERENCES \"Countries\" (\"Code\")")],
            At("Customers.FK_Customers_Countries", "MB242", "MB340")),
        OnSqlite(
            DefectKind.DeleteAction,
            "cascade in place of restrict",
            [new Rewrite("Payments", "ON DELETE RESTRICT", "ON DELETE CASCADE")],
            At("Payments.FK_Payments_Orders_OrderId", "MB241", "MB341")),
        OnSqlite(
            DefectKind.DeleteAction,
            "set null gone",
            [new Rewrite("Reviews", " ON DELETE SET NULL", "")],
            At("Reviews.FK_Reviews_Customers_CustomerId", "MB241", "MB341")),
        OnSqlite(
            DefectKind.DeleteAction,
            "no action in place of restrict",
            [new Rewrite("Warehouses", " ON DELETE RESTRICT", "")],
            At("Warehouses.FK_Warehouses_Countries_CountryCode", "MB241").Weighing(Severity.Warning)),
        OnSqlite(
            DefectKind.UpdateAction,
            "updates that cascade",
            [new Rewrite("Warehouses", "ON DELETE RESTRICT", "ON DELETE RESTRICT ON UPDATE CASCADE")],
            At("Warehouses.FK_Warehouses_Countries_CountryCode", "MB241", "MB341")),
        OnSqlite(
            DefectKind.PrincipalTable,
            "foreign key to another table",
            [new Rewrite("Payments", "REFERENCES \"Orders\"", "REFERENCES \"Shipments\"")],
            At("Payments.FK_Payments_Orders_OrderId", "MB241", "MB341")),
        OnSqlite(
            DefectKind.PrincipalColumn,
            "foreign key to another column",
            [new Rewrite("OrderLines", "REFERENCES \"Products\" (\"Sku\")", "REFERENCES \"Products\" (\"Name\")")],
            At("OrderLines.FK_OrderLines_Products_ProductSku", "MB241", "MB341")),
        OnSqlite(
            DefectKind.ForeignKeyDeferral,
            "foreign key checked at commit",
            [new Rewrite("Payments", "ON DELETE RESTRICT", "ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED")],
            At("Payments.FK_Payments_Orders_OrderId", "MB241", "MB341")),
        OnSqlite(
            DefectKind.ForeignKeyName,
            "foreign key renamed",
            [new Rewrite("Payments", "FK_Payments_Orders_OrderId", "FK_Payments_Order")],
            At("Payments.FK_Payments_Orders_OrderId", "MB273"),
            At("Payments.FK_Payments_Order", "MB373")),
        OnSqlite(
            DefectKind.MissingCheck,
            "check gone",
            [new Rewrite("Reviews", "    CONSTRAINT \"CK_Reviews_Rating\" CHECK (Rating >= 1 AND Rating <= 5),\n", "")],
            At("Reviews.CK_Reviews_Rating", "MB250", "MB352")),
        OnSqlite(
            DefectKind.ExtraCheck,
            "check added",
            [new Rewrite("Brands", "\"Website\" TEXT NULL", "\"Website\" TEXT NULL,\n    CONSTRAINT \"CK_Brands_Name\" CHECK (Name <> '')")],
            At("Brands.CK_Brands_Name", "MB252", "MB350")),
        OnSqlite(
            DefectKind.CheckExpression,
            "other limit in a check",
            [new Rewrite("Reviews", "Rating <= 5", "Rating <= 10")],
            At("Reviews.CK_Reviews_Rating", "MB251", "MB351")),
        OnSqlite(
            DefectKind.CheckExpression,
            "check that compares a decimal as text",
            [new Rewrite("OrderLines", "UnitPrice + 0 >= 0", "UnitPrice >= 0")],
            At("OrderLines.CK_OrderLines_UnitPrice", "MB251", "MB351")),
        OnSqlite(
            DefectKind.CheckName,
            "check renamed",
            [new Rewrite("Reviews", "CK_Reviews_Rating", "CK_Reviews_Stars")],
            At("Reviews.CK_Reviews_Rating", "MB273"),
            At("Reviews.CK_Reviews_Stars", "MB373")),
        OnSqlite(
            DefectKind.ExtraCheck,
            "check on a column",
            [new Rewrite("Brands", "\"Website\" TEXT NULL", "\"Website\" TEXT NULL CHECK (length(\"Website\") < 300)")],
            At("Brands.CHECK (length(\"Website\") < 300)", "MB252", "MB350")),
        OnSqlite(
            DefectKind.ExtraForeignKey,
            "foreign key on a column",
            [new Rewrite("Customers", "\"BillingAddress_CountryCode\" TEXT NULL", "\"BillingAddress_CountryCode\" TEXT NULL REFERENCES \"Countries\"")],
            At("Customers.FOREIGN KEY (BillingAddress_CountryCode)", "MB242", "MB340")),
        OnSqlite(
            DefectKind.ConflictClause,
            "alternate key that replaces rows",
            [new Rewrite("Products", "UNIQUE (\"Sku\")", "UNIQUE (\"Sku\") ON CONFLICT REPLACE")],
            At("Products", "MB270", "MB370").Weighing(Severity.Error)),
        OnSqlite(
            DefectKind.ConflictClause,
            "primary key that ignores doubles",
            [new Rewrite("Countries", "PRIMARY KEY", "PRIMARY KEY ON CONFLICT IGNORE")],
            At("Countries", "MB270", "MB370").Weighing(Severity.Error)),
        OnSqlite(
            DefectKind.ConflictClause,
            "required column that takes its default for NULL",
            [new Rewrite("Orders", "\"ReturnDays\" INTEGER NOT NULL", "\"ReturnDays\" INTEGER NOT NULL ON CONFLICT REPLACE")],
            At("Orders", "MB270", "MB370").Weighing(Severity.Error)),
    ];
}
