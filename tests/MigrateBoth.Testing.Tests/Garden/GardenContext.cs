using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MigrateBoth.Testing.Tests.Garden;

/// <summary>What is awkward to reset: a self-reference, a cycle of two tables, rows from the migrations, an identity that has moved on.</summary>
public sealed class GardenContext(DbContextOptions<GardenContext> options) : DbContext(options)
{
    public DbSet<Bed> Beds => Set<Bed>();

    public DbSet<Plant> Plants => Set<Plant>();

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        // The migrations are written by hand and have no snapshot.
        optionsBuilder.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Bed>(bed =>
        {
            bed.Property(entity => entity.Name).HasMaxLength(50).UseCollation(null);
            bed.HasOne<Bed>().WithMany().HasForeignKey(entity => entity.ParentId);
            bed.HasOne<Plant>().WithMany().HasForeignKey(entity => entity.FavouriteId);
        });
        modelBuilder.Entity<Plant>(plant =>
        {
            plant.Property(entity => entity.Price).HasPrecision(12, 2);
            plant.Property(entity => entity.Doubled).HasComputedColumnSql("Quantity * 2");
            plant.HasOne<Bed>().WithMany().HasForeignKey(entity => entity.BedId);
        });
    }
}

public sealed class Bed
{
    public int Id { get; set; }

    public required string Name { get; set; }

    public int? ParentId { get; set; }

    public int? FavouriteId { get; set; }
}

public sealed class Plant
{
    public int Id { get; set; }

    public int BedId { get; set; }

    public required string Name { get; set; }

    public decimal Price { get; set; }

    public int Quantity { get; set; }

    public int Doubled { get; private set; }

    public DateTime PlantedAt { get; set; }

    public Guid Tag { get; set; }
}
