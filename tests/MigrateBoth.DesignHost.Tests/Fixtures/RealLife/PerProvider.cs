using Microsoft.EntityFrameworkCore;

namespace RealLife.PerProvider;

/// <summary>A model that differs on purpose.</summary>
public class MeterContext(DbContextOptions<MeterContext> options) : DbContext(options)
{
    public DbSet<Reading> Readings => Set<Reading>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Reading>(reading =>
    {
        reading.Property(r => r.Note).HasMaxLength(Database.IsSqlite() ? 200 : 100);
        reading.Property(r => r.Json).HasColumnType(Database.IsSqlite() ? "TEXT" : "json");
        reading.Property(r => r.Code).HasColumnType(Database.IsSqlite() ? "TEXT" : "varchar(20)");
        if (Database.IsSqlite())
        {
            reading.Property(r => r.Amount).HasConversion<double>();
        }
        else
        {
            reading.Property(r => r.Note).HasComment("as typed").UseCollation("utf8mb4_general_ci");
            reading.HasIndex(r => r.Note);
        }
    });
}

public class Reading
{
    public int Id { get; set; }

    public string Note { get; set; }

    public string Json { get; set; }

    public string Code { get; set; }

    public decimal Amount { get; set; }
}
