using Harbor.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Harbor.Migrations.Sqlite;

public class HarborContextFactory : IDesignTimeDbContextFactory<HarborContext>
{
    public HarborContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<HarborContext>().UseSqlite("Data Source=harbor.db", lite => lite.MigrationsAssembly("Harbor.Migrations.Sqlite")).Options);
}
