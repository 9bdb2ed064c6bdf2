using Microsoft.EntityFrameworkCore;

namespace Clubhouse.Bookings;

public abstract class BookingsContext : DbContext
{
    public DbSet<Court> Courts => Set<Court>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Court>().Property(court => court.Name).HasMaxLength(40);
        modelBuilder.Entity<Booking>().HasIndex(booking => new { booking.CourtId, booking.From }).IsUnique();
    }
}

public class SqliteContext : BookingsContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseSqlite("Data Source=bookings.db");
}

public class MySqlContext : BookingsContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        optionsBuilder.UseMySql("Server=127.0.0.1;Port=1;Database=bookings", ServerVersion.Parse("9.7.0-mysql"));
}

public class Court
{
    public int Id { get; set; }

    public required string Name { get; set; }

    public List<Booking> Bookings { get; } = [];
}

public class Booking
{
    public int Id { get; set; }

    public int CourtId { get; set; }

    public int MemberId { get; set; }

    public DateTime From { get; set; }

    public int Minutes { get; set; }
}
