using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace MigrateBoth.EntityFrameworkCore.ProviderMigrations;

/// <summary>Replaces EF Core's <see cref="IMigrationsAssembly"/> by <see cref="ProviderMigrationsAssembly"/>.</summary>
internal sealed class MigrationsExtension(MigrationNamespaces namespaces) : IDbContextOptionsExtension
{
    private DbContextOptionsExtensionInfo? _info;

    public MigrationNamespaces Namespaces { get; } = namespaces;

    public DbContextOptionsExtensionInfo Info => _info ??= new ExtensionInfo(this);

    public void ApplyServices(IServiceCollection services)
    {
        services.AddSingleton(Namespaces);
        services.AddScoped<IMigrationsAssembly, ProviderMigrationsAssembly>();
    }

    public void Validate(IDbContextOptions options)
    {
    }

    private sealed class ExtensionInfo(MigrationsExtension extension) : DbContextOptionsExtensionInfo(extension)
    {
        public override bool IsDatabaseProvider => false;

        public override string LogFragment => $"migrations of '{Namespaces.Sqlite}' and '{Namespaces.MySql}' ";

        private MigrationNamespaces Namespaces => ((MigrationsExtension)Extension).Namespaces;

        public override int GetServiceProviderHashCode() => Namespaces.GetHashCode();

        public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) =>
            other is ExtensionInfo info && info.Namespaces == Namespaces;

        public override void PopulateDebugInfo(IDictionary<string, string> debugInfo) =>
            debugInfo["MigrateBoth:MigrationNamespaces"] = $"{Namespaces.Sqlite}, {Namespaces.MySql}";
    }
}
