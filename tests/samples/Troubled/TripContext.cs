using Microsoft.EntityFrameworkCore;

namespace Troubled;

/// <summary>A model without faults. Its migrations do not survive rows, or the way back; planted.json lists how.</summary>
public sealed class TripContext(DbContextOptions<TripContext> options) : DbContext(options)
{
    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder) => TripModel.Build(modelBuilder, TripModel.Last);
}
