using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mixed
{
    public class MixedContext : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
        {
            // A file that applications read from where they are deployed.
            if (!File.Exists(Path.Combine(AppContext.BaseDirectory, "Mixed.deps.json")))
            {
                throw new InvalidOperationException($"This is not my folder: {AppContext.BaseDirectory}.");
            }

            _ = Environment.GetEnvironmentVariable("DATABASE_TYPE") == "sqlite"
                ? optionsBuilder.UseSqlite("Data Source=/nowhere/at/all.db")
                : optionsBuilder.UseMySql("Server=nowhere.invalid;Database=x", ServerVersion.Parse("8.4.0-mysql"));
        }
    }
}

namespace Mixed.Migrations.Sqlite
{
    [DbContext(typeof(MixedContext)), Migration("20260101000000_Init")]
    public class Init : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("SELECT 1;");
    }
}

namespace Mixed.Migrations.MySql
{
    [DbContext(typeof(MixedContext)), Migration("20260101000000_Init")]
    public class Init : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("SELECT 1;");
    }
}
