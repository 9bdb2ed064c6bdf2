using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Generated;

/// <summary>Makes a context for the model and the migrations that are in a folder now: --folder FOLDER.</summary>
public sealed class GeneratedContextFactory : IDesignTimeDbContextFactory<GeneratedContext>
{
    public GeneratedContext CreateDbContext(string[] args)
    {
        var folder = args[Array.IndexOf(args, "--folder") + 1];
        var isMySql = args.Contains("MySql");
        var options = new DbContextOptionsBuilder<GeneratedContext>();
        _ = isMySql
            ? options.UseMySql("Server=localhost;Database=generated", ServerVersion.Parse("9.7.4-mysql"))
            : options.UseSqlite("Data Source=generated.db");
        options.ReplaceService<IModelCacheKeyFactory, TextualModelCacheKey>();
        options.ReplaceService<IMigrationsAssembly, CompiledMigrations>();
        return new GeneratedContext(folder, options.Options) { Migrations = Path.Combine(folder, isMySql ? "MySql" : "Sqlite") };
    }
}
