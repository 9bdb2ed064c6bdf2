#pragma warning disable EF1001
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Internal;
using Microsoft.EntityFrameworkCore.Sqlite.Migrations.Internal;
using Pomelo.EntityFrameworkCore.MySql.Migrations.Internal;

namespace Vault;

public class Box
{
    public int Id { get; set; }

    public string Owner { get; set; } = "";
}

public abstract class VaultContext : DbContext
{
    public DbSet<Box> Boxes => Set<Box>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Box>().Property(box => box.Owner).HasMaxLength(60);
}

public class SqliteVaultContext : VaultContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite("Data Source=vault.db")
        .ReplaceService<IHistoryRepository, SqliteReleases>().ReplaceService<IMigrationsIdGenerator, ReleaseIds>();
}

public class MySqlVaultContext : VaultContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseMySql("Server=localhost;User=app;Password=app;Database=app", ServerVersion.Parse("8.4.0-mysql"))
        .ReplaceService<IHistoryRepository, MySqlReleases>().ReplaceService<IMigrationsIdGenerator, ReleaseIds>();
}

// R2611_20261130031500_Name
internal sealed class ReleaseIds : IMigrationsIdGenerator
{
    private readonly MigrationsIdGenerator _inner = new();

    public string GenerateId(string name) => "R2611_" + _inner.GenerateId(name);

    public string GetName(string id) => id[(id.LastIndexOf('_') + 1)..];

    public bool IsValidId(string value) => value.StartsWith("R2611_", StringComparison.Ordinal);
}

internal sealed class SqliteReleases(HistoryRepositoryDependencies dependencies) : SqliteHistoryRepository(dependencies)
{
    protected override string TableName => "releases";

    protected override void ConfigureTable(EntityTypeBuilder<HistoryRow> history)
    {
        base.ConfigureTable(history);
        history.ToTable("releases");
        history.Property(row => row.MigrationId).HasColumnName("migration_id");
        history.Property(row => row.ProductVersion).HasColumnName("product_version");
    }
}

internal sealed class MySqlReleases(HistoryRepositoryDependencies dependencies) : MySqlHistoryRepository(dependencies)
{
    protected override string TableName => "releases";

    protected override void ConfigureTable(EntityTypeBuilder<HistoryRow> history)
    {
        base.ConfigureTable(history);
        history.ToTable("releases");
        history.Property(row => row.MigrationId).HasColumnName("migration_id");
        history.Property(row => row.ProductVersion).HasColumnName("product_version");
    }
}
