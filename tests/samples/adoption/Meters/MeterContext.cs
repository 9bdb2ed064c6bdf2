using Microsoft.EntityFrameworkCore;

namespace Meters;

/// <summary>Differs on purpose: what SQLite cannot sort or hold is stored in another way there.</summary>
public abstract class MeterContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<Meter> Meters => Set<Meter>();

    public DbSet<Reading> Readings => Set<Reading>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Meter>().Property(meter => meter.Serial).HasMaxLength(40);
        modelBuilder.Entity<Reading>(reading =>
        {
            if (Database.IsSqlite())
            {
                reading.Property(r => r.Value).HasConversion<double>();
                reading.Property(r => r.Raw).HasColumnType("TEXT");
            }
            else
            {
                reading.Property(r => r.Value).HasPrecision(18, 4);
                reading.Property(r => r.Raw).HasColumnType("json").HasComment("as received");
                reading.HasIndex(r => r.At);
            }
        });
    }
}

public class SqliteMeterContext(DbContextOptions<SqliteMeterContext> options) : MeterContext(options);

public class MySqlMeterContext(DbContextOptions<MySqlMeterContext> options) : MeterContext(options);

public class Meter
{
    public int Id { get; set; }

    public string Serial { get; set; } = "";
}

public class Reading
{
    public int Id { get; set; }

    public int MeterId { get; set; }

    public Meter? Meter { get; set; }

    public DateTime At { get; set; }

    public decimal Value { get; set; }

    public string? Raw { get; set; }
}
