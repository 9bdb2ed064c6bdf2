using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Orchard.Store;

public class Tree
{
    public int Id { get; set; }

    public string Sort { get; set; } = "";
}

public class StoreOptions
{
    public string Table { get; set; } = "Trees";
}

public class StoreContext(DbContextOptions<StoreContext> options, StoreOptions store) : DbContext(options)
{
    public DbSet<Tree> Trees => Set<Tree>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Tree>(tree =>
    {
        tree.ToTable(store.Table);
        tree.Property(t => t.Sort).HasMaxLength(60);
    });
}

public static class StoreServices
{
    public static IServiceCollection AddOrchardStore(this IServiceCollection services, Action<DbContextOptionsBuilder> configure) =>
        services.AddSingleton(new StoreOptions { Table = "orchard_trees" }).AddDbContext<StoreContext>(configure);
}
