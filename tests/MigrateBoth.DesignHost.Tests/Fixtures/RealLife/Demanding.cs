using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

using MySqlConnector;

namespace RealLife.Demanding;

public class VaultContext(DbContextOptions<VaultContext> options) : DbContext(options);

/// <summary>Fails without an environment variable.</summary>
public class VaultFactory : IDesignTimeDbContextFactory<VaultContext>
{
    public VaultContext CreateDbContext(string[] args)
    {
        var connection = Environment.GetEnvironmentVariable("VAULT_CONNECTION") ?? throw new InvalidOperationException("VAULT_CONNECTION is not set.");
        var builder = new DbContextOptionsBuilder<VaultContext>();
        return new VaultContext(
            (args.Contains("Sqlite") ? builder.UseSqlite(connection) : builder.UseMySql(connection, ServerVersion.Parse("8.4.0-mysql"))).Options);
    }
}

/// <summary>Asks its database by itself, past EF Core.</summary>
public class AskingContext : DbContext
{
    public AskingContext(DbContextOptions<AskingContext> options)
        : base(options)
    {
        using var connection = new MySqlConnection(Environment.GetEnvironmentVariable("ASKING_CONNECTION"));
        connection.Open();
    }
}

/// <summary>Nothing but a container could make it.</summary>
public class InjectedContext(DbContextOptions<InjectedContext> options, TimeProvider clock) : DbContext(options)
{
    public TimeProvider Clock { get; } = clock;
}
