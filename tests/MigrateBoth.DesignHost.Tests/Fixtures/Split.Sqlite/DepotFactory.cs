using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Split.Sqlite;

public class DepotFactory : IDesignTimeDbContextFactory<DepotContext>
{
    public DepotContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<DepotContext>().UseSqlite("Data Source=/nowhere/at/all.db", sqlite => sqlite.MigrationsAssembly("Split.Sqlite")).Options);
}
