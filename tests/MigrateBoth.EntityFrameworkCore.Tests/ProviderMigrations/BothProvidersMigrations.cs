using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#pragma warning disable CA1052, CA1034 // Migrations as EF Core finds them: public classes with attributes.

namespace MigrateBoth.EntityFrameworkCore.Tests.ProviderMigrations
{
    public sealed class NotesContext(DbContextOptions<NotesContext> options) : DbContext(options);

    public sealed class StrayContext(DbContextOptions<StrayContext> options) : DbContext(options);

    public sealed class TwinContext(DbContextOptions<TwinContext> options) : DbContext(options);

    [DbContext(typeof(StrayContext))]
    [Migration("20260101000000_Stray")]
    public sealed class Stray : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
        }
    }
}

namespace MigrateBoth.EntityFrameworkCore.Tests.ProviderMigrations.Sqlite
{
    [DbContext(typeof(NotesContext))]
    [Migration("20260101000000_First")]
    public sealed class First : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) =>
            migrationBuilder.CreateTable("Notes", table => new { Id = table.Column<int>("INTEGER") });
    }

    [DbContext(typeof(NotesContext))]
    public sealed class NotesContextModelSnapshot : ModelSnapshot
    {
        protected override void BuildModel(ModelBuilder modelBuilder) => modelBuilder.HasAnnotation("Side", "sqlite");
    }

    [DbContext(typeof(TwinContext))]
    [Migration("20260101000000_Twin")]
    public sealed class Twin : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
        }
    }
}

namespace MigrateBoth.EntityFrameworkCore.Tests.ProviderMigrations.Sqlite.Copied
{
    [DbContext(typeof(TwinContext))]
    [Migration("20260101000000_Twin")]
    public sealed class Twin : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
        }
    }
}

namespace MigrateBoth.EntityFrameworkCore.Tests.ProviderMigrations.MySql
{
    [DbContext(typeof(NotesContext))]
    [Migration("20260101000000_First")]
    public sealed class First : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) =>
            migrationBuilder.CreateTable("Notes", table => new { Id = table.Column<int>("int") });
    }

    [DbContext(typeof(NotesContext))]
    [Migration("20260102000000_Second")]
    public sealed class Second : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
        }
    }

    [DbContext(typeof(NotesContext))]
    public sealed class NotesContextModelSnapshot : ModelSnapshot
    {
        protected override void BuildModel(ModelBuilder modelBuilder) => modelBuilder.HasAnnotation("Side", "mysql");
    }
}
