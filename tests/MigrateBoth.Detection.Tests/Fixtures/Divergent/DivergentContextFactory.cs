using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Divergent;

public sealed class DivergentContextFactory : IDesignTimeDbContextFactory<DivergentContext>
{
    public DivergentContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<DivergentContext>();
        return new DivergentContext(
            args.Contains("MySql")
                ? options.UseMySql("Server=localhost;Database=divergent", ServerVersion.Parse("9.7.4-mysql")).Options
                : options.UseSqlite("Data Source=divergent.db").Options);
    }
}
