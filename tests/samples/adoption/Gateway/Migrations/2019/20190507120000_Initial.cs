using Gateway.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gateway.Migrations;

/// <summary>From when there was one database and one context; no database has needed it for years.</summary>
[DbContext(typeof(GatewayContext))]
[Migration("20190507120000_Initial")]
public class Initial : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        name: "Routes",
        columns: table => new
        {
            Id = table.Column<int>(nullable: false).Annotation("MySql:ValueGenerationStrategy", "IdentityColumn"),
            Path = table.Column<string>(nullable: true),
        },
        constraints: table => table.PrimaryKey("PK_Routes", route => route.Id));

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("Routes");
}
