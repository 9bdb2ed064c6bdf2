using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Failing
{
    public class LedgerContext(DbContextOptions<LedgerContext> options) : DbContext(options);
}

// Written by hand, without Designer files, the same for both engines.
namespace Failing.Migrations.Sqlite
{
    [DbContext(typeof(LedgerContext)), Migration("20260101000000_Good")]
    public class Good : Steps.Good;

    [DbContext(typeof(LedgerContext)), Migration("20260102000000_Broken")]
    public class Broken : Steps.Broken;

    [DbContext(typeof(LedgerContext)), Migration("20260103000000_Impossible")]
    public class Impossible : Steps.Impossible;
}

namespace Failing.Migrations.MySql
{
    [DbContext(typeof(LedgerContext)), Migration("20260101000000_Good")]
    public class Good : Steps.Good;

    [DbContext(typeof(LedgerContext)), Migration("20260102000000_Broken")]
    public class Broken : Steps.Broken;

    [DbContext(typeof(LedgerContext)), Migration("20260103000000_Impossible")]
    public class Impossible : Steps.Impossible;
}

namespace Failing.Steps
{
    public abstract class Good : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) =>
            migrationBuilder.CreateTable("Entries", table => new { Id = table.Column<int>() }, constraints: table => table.PrimaryKey("PK_Entries", x => x.Id));

        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("Entries");
    }

    public abstract class Broken : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable("Extra", table => new { Id = table.Column<int>() }, constraints: table => table.PrimaryKey("PK_Extra", x => x.Id));
            migrationBuilder.Sql("INSERT INTO NoSuchTable VALUES (1);");
            migrationBuilder.CreateTable("Never", table => new { Id = table.Column<int>() }, constraints: table => table.PrimaryKey("PK_Never", x => x.Id));
        }
    }

    public abstract class Impossible : Migration
    {
        // S-77: neither engine has sequences.
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateSequence<int>("Numbers");
    }
}
