using Harbor.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Harbor.Migrations.MySql;

public class HarborContextFactory : IDesignTimeDbContextFactory<HarborContext>
{
    public HarborContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<HarborContext>().UseMySql("Server=localhost;User=app;Password=app;Database=app", ServerVersion.Parse("8.4.0-mysql"), server => server.MigrationsAssembly("Harbor.Migrations.MySql")).Options);
}
