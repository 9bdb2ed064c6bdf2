using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace MigrateBoth.Testing.Tests.Garden.Migrations.Sqlite;

[DbContext(typeof(SqliteGardenContext))]
[Migration("20260101000000_Own")]
public sealed class OwnMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("CREATE TABLE Own (Id INTEGER PRIMARY KEY); INSERT INTO Own VALUES (1)");
}
