using Microsoft.EntityFrameworkCore;

namespace Gateway.Data;

/// <summary>Was the one context once, and its migrations are still in the project. Only a container can make what derives from it.</summary>
public abstract class GatewayContext(DbContextOptions options, TenantNames names, ILoggerFactory loggers) : DbContext(options)
{
    public DbSet<Route> Routes { get; set; }

    public DbSet<Target> Targets { get; set; }

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseLoggerFactory(loggers);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Route>().ToTable(names.Table("routes")).Property(route => route.Path).HasMaxLength(200).IsRequired();
        modelBuilder.Entity<Target>().ToTable(names.Table("targets")).Property(target => target.Address).HasMaxLength(300);
    }
}

public class GatewaySqliteContext(DbContextOptions<GatewaySqliteContext> options, TenantNames names, ILoggerFactory loggers)
    : GatewayContext(options, names, loggers);

public class GatewayMySqlContext(DbContextOptions<GatewayMySqlContext> options, TenantNames names, ILoggerFactory loggers)
    : GatewayContext(options, names, loggers);

public class Route
{
    public int Id { get; set; }

    public string Path { get; set; }

    public List<Target> Targets { get; set; }
}

public class Target
{
    public int Id { get; set; }

    public string Address { get; set; }

    public bool IsEnabled { get; set; }

    public int RouteId { get; set; }
}
