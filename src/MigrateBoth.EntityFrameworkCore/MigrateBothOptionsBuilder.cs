using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

using MigrateBoth.EntityFrameworkCore.ProviderMigrations;

namespace MigrateBoth.EntityFrameworkCore;

/// <summary>Options of <c>UseMigrateBoth</c> besides the database itself.</summary>
public sealed class MigrateBothOptionsBuilder
{
    internal const string DefaultMySqlVersion = "8.4.0";
    internal const string DefaultMariaDbVersion = "10.11.0";

    internal MigrateBothOptionsBuilder()
    {
    }

    internal MigrationNamespaces? Namespaces { get; private set; } = ProviderMigrations.MigrationNamespaces.Default;

    internal (string Sqlite, string MySql)? Assemblies { get; private set; }

    internal string? Version { get; private set; }

    internal bool StringSemantics { get; private set; }

    internal string? DefaultConnection { get; private set; }

    internal Action<SqliteDbContextOptionsBuilder>? ConfigureSqlite { get; private set; }

    internal List<Delegate> ConfigureMySql { get; } = [];

    internal Action<DbContextOptionsBuilder, string?>? UseMySqlProvider { get; private set; }

    /// <summary>
    /// The namespace segments that distinguish the providers' migrations in one assembly. The default is <c>Sqlite</c> and <c>MySql</c>,
    /// which matches the folders <c>Migrations/Sqlite</c> and <c>Migrations/MySql</c>.
    /// </summary>
    /// <param name="sqlite">One or more segments of the namespace of SQLite's migrations.</param>
    /// <param name="mySql">The same for MySQL and MariaDB.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">A name is empty, or both are the same.</exception>
    public MigrateBothOptionsBuilder MigrationNamespaces(string sqlite, string mySql)
    {
        Namespaces = new MigrationNamespaces(sqlite, mySql);
        Assemblies = null;
        return this;
    }

    /// <summary>Each provider's migrations are in a separate assembly; namespaces are then ignored.</summary>
    /// <param name="sqlite">The name of the assembly of SQLite's migrations.</param>
    /// <param name="mySql">The name of the assembly of MySQL's migrations.</param>
    /// <returns>This builder.</returns>
    public MigrateBothOptionsBuilder MigrationsAssemblies(string sqlite, string mySql)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sqlite);
        ArgumentException.ThrowIfNullOrWhiteSpace(mySql);
        Assemblies = (sqlite, mySql);
        Namespaces = null;
        return this;
    }

    /// <summary>
    /// The server version that the application targets, used when the configuration has none. No server is queried, so
    /// adding a migration needs no server. The default is MySQL 8.4.0, or MariaDB 10.11.0 when the type is <c>mariadb</c>.
    /// </summary>
    /// <param name="version">A version such as <c>8.4.0</c>, <c>8.0.36-mysql</c> or <c>10.11.6-mariadb</c>.</param>
    /// <returns>This builder.</returns>
    public MigrateBothOptionsBuilder ServerVersion(string version)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(version);
        Version = version;
        return this;
    }

    /// <summary>Makes both engines treat text in the same way; see <see cref="MigrateBothStringExtensions.UseMigrateBothStringSemantics"/>.</summary>
    /// <returns>This builder.</returns>
    public MigrateBothOptionsBuilder UseStringSemantics()
    {
        StringSemantics = true;
        return this;
    }

    /// <summary>
    /// The SQLite database to use when the configuration names none, so that an existing SQLite application needs no setting. It applies to
    /// <c>UseMigrateBoth(configuration)</c> and <c>AddMigrateBothDbContext</c> only.
    /// </summary>
    /// <param name="connectionString">A connection string of the SQLite provider, such as <c>Data Source=app.db</c>.</param>
    /// <returns>This builder.</returns>
    public MigrateBothOptionsBuilder DefaultSqlite(string? connectionString)
    {
        DefaultConnection = connectionString;
        return this;
    }

    /// <summary>Options of the SQLite provider.</summary>
    /// <param name="configure">Called when SQLite is the configured database.</param>
    /// <returns>This builder.</returns>
    public MigrateBothOptionsBuilder Sqlite(Action<SqliteDbContextOptionsBuilder> configure)
    {
        ConfigureSqlite += configure;
        return this;
    }

    /// <summary>Options of the application's MySQL provider. Write the provider's options type, as in <c>MySql((MySqlDbContextOptionsBuilder mySql) => …)</c>.</summary>
    /// <typeparam name="TBuilder">The provider's <c>MySqlDbContextOptionsBuilder</c> or <c>MySQLDbContextOptionsBuilder</c>.</typeparam>
    /// <param name="configure">Called when MySQL or MariaDB is the configured database.</param>
    /// <returns>This builder.</returns>
    public MigrateBothOptionsBuilder MySql<TBuilder>(Action<TBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        ConfigureMySql.Add(configure);
        return this;
    }

    /// <summary>
    /// Selects the MySQL provider explicitly, as in <c>MySqlProvider((builder, connection) => builder.UseMySQL(connection))</c>. This is only needed
    /// if the application deploys several, or one with other method signatures; otherwise the deployed provider is found automatically. The
    /// callback is then responsible for the options given to <see cref="MySql{TBuilder}"/> and for the server version.
    /// </summary>
    /// <param name="use">Called with the options and the connection string, which is null when only the type is configured.</param>
    /// <returns>This builder.</returns>
    public MigrateBothOptionsBuilder MySqlProvider(Action<DbContextOptionsBuilder, string?> use)
    {
        ArgumentNullException.ThrowIfNull(use);
        UseMySqlProvider = use;
        return this;
    }
}
