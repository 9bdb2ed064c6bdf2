using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Slow
{
    public class SlowContext(DbContextOptions<SlowContext> options) : DbContext(options);
}

namespace Slow.Migrations.Sqlite
{
    [DbContext(typeof(SlowContext)), Migration("20260101000000_Quick")]
    public class Quick : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("CREATE TABLE Quick (Id int PRIMARY KEY);");
    }

    [DbContext(typeof(SlowContext)), Migration("20260102000000_Sleep")]
    public class Sleep : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("INSERT INTO Quick VALUES (1);");
            migrationBuilder.Sql(
                """
                WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers)
                INSERT INTO Quick SELECT COUNT(*) FROM numbers;
                """);
        }
    }
}

namespace Slow.Migrations.MySql
{
    [DbContext(typeof(SlowContext)), Migration("20260101000000_Quick")]
    public class Quick : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("CREATE TABLE Quick (Id int PRIMARY KEY);");
    }

    [DbContext(typeof(SlowContext)), Migration("20260102000000_Sleep")]
    public class Sleep : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("INSERT INTO Quick VALUES (1);");
            migrationBuilder.Sql("DO SLEEP(25);");
            migrationBuilder.Sql("CREATE TABLE Late (Id int PRIMARY KEY);");
        }
    }
}
