using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

// A folder per model and provider, written by hand.
namespace RealLife.Sharing.Migrations.Old
{
    [DbContext(typeof(CompanyContext)), Migration("20180101000000_Dead")]
    public class Dead : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) => throw new InvalidOperationException("Nobody runs the migrations of an abstract context.");
    }
}

namespace RealLife.Sharing.Migrations.Catalog.Sqlite
{
    [DbContext(typeof(SqliteCatalogContext)), Migration("20200101000000_Init")]
    public class Init : Tables.Products;
}

namespace RealLife.Sharing.Migrations.Catalog.MySql
{
    [DbContext(typeof(MySqlCatalogContext)), Migration("20200101000000_Init")]
    public class Init : Tables.Products;
}

namespace RealLife.Sharing.Migrations.Sales.Sqlite
{
    [DbContext(typeof(SqliteSalesContext)), Migration("20200101000001_Init")]
    public class Init : Tables.Sales;
}

namespace RealLife.Sharing.Migrations.Sales.MySql
{
    [DbContext(typeof(MySqlSalesContext)), Migration("20200101000001_Init")]
    public class Init : Tables.Sales;
}

namespace RealLife.Sharing.Migrations.Audit.Sqlite
{
    [DbContext(typeof(SqliteAuditContext)), Migration("20200101000002_Init")]
    public class Init : Tables.Entries;
}

namespace RealLife.Sharing.Migrations.Audit.MySql
{
    [DbContext(typeof(MySqlAuditContext)), Migration("20200101000002_Init")]
    public class Init : Tables.Entries;
}

namespace RealLife.Sharing.Tables
{
    public abstract class Products : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
            "Products", table => new { Id = table.Column<int>() }, constraints: table => table.PrimaryKey("PK_Products", x => x.Id));
    }

    public abstract class Sales : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
            "Sales",
            table => new { Id = table.Column<int>(), ProductId = table.Column<int>() },
            constraints: table =>
            {
                table.PrimaryKey("PK_Sales", x => x.Id);
                table.ForeignKey("FK_Sales_Products_ProductId", x => x.ProductId, "Products", "Id", onDelete: ReferentialAction.Cascade);
            });
    }

    public abstract class Entries : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
            "Entries", table => new { Id = table.Column<int>() }, constraints: table => table.PrimaryKey("PK_Entries", x => x.Id));
    }
}
