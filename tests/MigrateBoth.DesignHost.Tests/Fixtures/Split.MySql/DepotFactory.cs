using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Split.MySql;

public class DepotFactory : IDesignTimeDbContextFactory<DepotContext>
{
    public DepotContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<DepotContext>().UseMySql("Server=nowhere.invalid;Database=x", ServerVersion.Parse("8.0.36-mysql"), mysql => mysql.MigrationsAssembly("Split.MySql")).Options);
}
