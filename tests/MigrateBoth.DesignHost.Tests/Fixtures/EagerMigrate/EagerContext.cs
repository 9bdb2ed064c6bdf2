using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace EagerMigrate;

/// <summary>Its constructor does to its database whatever EAGER_CALL says.</summary>
public class EagerContext : DbContext
{
    public EagerContext()
    {
        switch (Environment.GetEnvironmentVariable("EAGER_CALL"))
        {
            case "migrate":
                Database.Migrate();
                break;
            case "recreate":
                Database.EnsureDeleted();
                Database.EnsureCreated();
                break;
            case "fill":
                Database.EnsureCreated();
                Add(new Thing());
                SaveChanges();
                break;
            default:
                Database.EnsureCreated();
                break;
        }
    }

    public DbSet<Thing> Things => Set<Thing>();

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => _ = Environment.GetEnvironmentVariable("DATABASE_TYPE") == "sqlite"
        ? optionsBuilder.UseSqlite($"Data Source={Environment.GetEnvironmentVariable("EAGER_FILE")}")
        : optionsBuilder.UseMySql(
            $"Server=127.0.0.1;Port={Environment.GetEnvironmentVariable("EAGER_PORT") ?? "1"};Database=x;ConnectionTimeout=3", ServerVersion.Parse("8.4.0-mysql"));
}

public class Thing
{
    public int Id { get; set; }
}

// Behind its model, which has a key: EF Core 9 refuses to migrate, and says so in the middle of the constructor.
[DbContext(typeof(EagerContext)), Migration("20260101000000_Nothing")]
public class Nothing : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("SELECT 1;");
}

// What a next migration has to begin with, whatever the constructor has done with it.
[DbContext(typeof(EagerContext))]
public class EagerContextModelSnapshot : ModelSnapshot
{
    protected override void BuildModel(ModelBuilder modelBuilder) => modelBuilder.Entity("EagerMigrate.Relic", relic =>
    {
        relic.Property<int>("Id");
        relic.HasKey("Id");
        relic.ToTable("Relics");
    });
}
