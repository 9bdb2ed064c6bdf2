using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Umbrella;

public class Stand
{
    public int Id { get; set; }

    public string Place { get; set; } = "";
}

public abstract class UmbrellaContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<Stand> Stands => Set<Stand>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Stand>().Property(stand => stand.Place).HasMaxLength(40);
}

public class SqliteUmbrellaContext(DbContextOptions<SqliteUmbrellaContext> options) : UmbrellaContext(options);

public class MySqlUmbrellaContext(DbContextOptions<MySqlUmbrellaContext> options) : UmbrellaContext(options);

public class SqliteFactory : IDesignTimeDbContextFactory<SqliteUmbrellaContext>
{
    public SqliteUmbrellaContext CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<SqliteUmbrellaContext>().UseSqlite(Settings.Connection("Lite")).Options);
}

public class MySqlFactory : IDesignTimeDbContextFactory<MySqlUmbrellaContext>
{
    public MySqlUmbrellaContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<MySqlUmbrellaContext>().UseMySql(Settings.Connection("Server"), ServerVersion.Parse("8.4.0-mysql")).Options);
}

internal static class Settings
{
    // The production file is on the server alone.
    public static string Connection(string name) =>
        new ConfigurationBuilder().AddJsonFile($"appsettings.{Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT")}.json", optional: false).Build().GetConnectionString(name)
        ?? throw new InvalidOperationException($"ConnectionStrings:{name} is missing.");
}
