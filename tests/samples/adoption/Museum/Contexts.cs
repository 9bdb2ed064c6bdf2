using Microsoft.EntityFrameworkCore;

namespace Museum;

public class Exhibit
{
    public int Id { get; set; }

    public string Name { get; set; } = "";
}

public abstract class MuseumContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<Exhibit> Exhibits => Set<Exhibit>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Exhibit>().Property(exhibit => exhibit.Name).HasMaxLength(70);
}

public class SqliteMuseumContext(DbContextOptions<SqliteMuseumContext> options) : MuseumContext(options);

public class MySqlMuseumContext(DbContextOptions<MySqlMuseumContext> options) : MuseumContext(options);

public class PostgresMuseumContext(DbContextOptions<PostgresMuseumContext> options) : MuseumContext(options);

public class Visit
{
    public int Id { get; set; }
}

// Visits are counted on PostgreSQL alone.
public class VisitContext(DbContextOptions<VisitContext> options) : DbContext(options)
{
    public DbSet<Visit> Visits => Set<Visit>();
}

// A scratch table of the night job, without migrations.
public class NightContext(DbContextOptions<NightContext> options) : DbContext(options)
{
    public DbSet<Visit> Visits => Set<Visit>();
}
