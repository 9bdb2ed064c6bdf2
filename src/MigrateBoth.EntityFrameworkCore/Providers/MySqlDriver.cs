using System.Data.Common;
using System.Reflection;

using MigrateBoth.EntityFrameworkCore.ProviderMigrations;

namespace MigrateBoth.EntityFrameworkCore.Providers;

/// <summary>The ADO.NET driver of the application's MySQL provider. MigrateBoth's packages do not include one.</summary>
internal static class MySqlDriver
{
    private static readonly Lazy<DbProviderFactory?> Factory = new(Find);

    /// <summary>An empty connection string builder of the driver; a generic one, without keywords, if no provider is deployed.</summary>
    public static DbConnectionStringBuilder NewConnectionString() => Factory.Value?.CreateConnectionStringBuilder() ?? new DbConnectionStringBuilder();

    /// <summary>A closed connection.</summary>
    /// <exception cref="DatabaseConfigurationException">The application has no MySQL provider.</exception>
    public static DbConnection NewConnection(string connectionString)
    {
        var connection = (Factory.Value ?? throw DeployedMySqlProvider.Missing()).CreateConnection()!;
        connection.ConnectionString = connectionString;
        return connection;
    }

    private static DbProviderFactory? Find() => DeployedProviders.ForMySql
        .SelectMany(provider => provider.GetReferencedAssemblies())
        .Where(reference => !reference.Name!.StartsWith("System.", StringComparison.Ordinal) && !reference.Name.StartsWith("Microsoft.", StringComparison.Ordinal))
        .Select(InAssembly)
        .FirstOrDefault(factory => factory is not null);

    // ADO.NET asks every driver for a factory with a field of this name.
    private static DbProviderFactory? InAssembly(AssemblyName name)
    {
        try
        {
            return Assembly.Load(name).GetExportedTypes()
                .Where(type => type.IsSubclassOf(typeof(DbProviderFactory)))
                .Select(type => type.GetField("Instance", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) as DbProviderFactory)
                .FirstOrDefault(factory => factory is not null);
        }
        catch (IOException)
        {
            // A reference that is not deployed is not what the provider works with.
            return null;
        }
    }
}
