using Microsoft.EntityFrameworkCore;

namespace Split;

/// <summary>Its factories lie beside its migrations, one in each engine's project.</summary>
public class DepotContext(DbContextOptions<DepotContext> options) : DbContext(options)
{
    public DbSet<Ware> Wares => Set<Ware>();
}
