using System.Data.Common;
using System.Reflection;

using MigrateBoth.EntityFrameworkCore.ProviderMigrations;

namespace MigrateBoth.EntityFrameworkCore.Providers;

/// <summary>The ADO.NET driver that the application's MySQL provider works with. No package of ours brings one.</summary>
internal static class MySqlDriver
{
    private static readonly Lazy<(Type Connection, Type ConnectionString)?> Types = new(Find);

    /// <summary>An empty connection string of the driver; a plain one, which knows no keywords, where no provider is deployed.</summary>
    public static DbConnectionStringBuilder NewConnectionString() =>
        Types.Value is { } types ? (DbConnectionStringBuilder)Activator.CreateInstance(types.ConnectionString)! : new DbConnectionStringBuilder();

    /// <summary>A closed connection.</summary>
    /// <exception cref="DatabaseConfigurationException">The application has no MySQL provider.</exception>
    public static DbConnection NewConnection(string connectionString)
    {
        var connection = (DbConnection)Activator.CreateInstance((Types.Value ?? throw DeployedMySqlProvider.Missing()).Connection)!;
        connection.ConnectionString = connectionString;
        return connection;
    }

    private static (Type, Type)? Find() => DeployedProviders.ForMySql
        .SelectMany(provider => provider.GetReferencedAssemblies())
        .Where(reference => !reference.Name!.StartsWith("System.", StringComparison.Ordinal) && !reference.Name.StartsWith("Microsoft.", StringComparison.Ordinal))
        .Select(InAssembly)
        .FirstOrDefault(types => types is not null);

    private static (Type, Type)? InAssembly(AssemblyName name)
    {
        try
        {
            var types = Assembly.Load(name).GetExportedTypes();
            return Derived<DbConnection>(types) is { } connection && Derived<DbConnectionStringBuilder>(types) is { } connectionString
                ? (connection, connectionString)
                : null;
        }
        catch (IOException)
        {
            // A reference that is not deployed is not what the provider works with.
            return null;
        }
    }

    private static Type? Derived<T>(Type[] types) => types.FirstOrDefault(
        type => type is { IsAbstract: false } && typeof(T).IsAssignableFrom(type) && type.GetConstructor(Type.EmptyTypes) is not null);
}
