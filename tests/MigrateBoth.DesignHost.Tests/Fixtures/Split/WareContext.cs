using Microsoft.EntityFrameworkCore;

namespace Split;

public class WareContext(DbContextOptions<WareContext> options) : DbContext(options)
{
    public DbSet<Ware> Wares => Set<Ware>();
}

public class Ware
{
    public int Id { get; set; }

    public required string Label { get; set; }
}
