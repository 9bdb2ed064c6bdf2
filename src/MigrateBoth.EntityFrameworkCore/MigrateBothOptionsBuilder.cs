using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

using MigrateBoth.EntityFrameworkCore.ProviderMigrations;

namespace MigrateBoth.EntityFrameworkCore;

/// <summary>What <c>UseMigrateBoth</c> can be told beyond the database itself.</summary>
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
    /// The namespace segments by which one assembly's migrations are told apart. The default is <c>Sqlite</c> and <c>MySql</c>,
    /// which the folders <c>Migrations/Sqlite</c> and <c>Migrations/MySql</c> give.
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

    /// <summary>Each provider's migrations are in an assembly of their own; namespaces then do not matter.</summary>
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
    /// The server version that the application is written for, used when the configuration gives none. No server is ever asked,
    /// so that adding a migration needs no server. The default is MySQL 8.4.0, or MariaDB 10.11.0 when the type is <c>mariadb</c>.
    /// </summary>
    /// <param name="version">A version such as <c>8.4.0</c>, <c>8.0.36-mysql</c> or <c>10.11.6-mariadb</c>.</param>
    /// <returns>This builder.</returns>
    public MigrateBothOptionsBuilder ServerVersion(string version)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(version);
        Version = version;
        return this;
    }

    /// <summary>Makes both engines treat text alike; see <see cref="MigrateBothStringExtensions.UseMigrateBothStringSemantics"/>.</summary>
    /// <returns>This builder.</returns>
    public MigrateBothOptionsBuilder UseStringSemantics()
    {
        StringSemantics = true;
        return this;
    }

    /// <summary>
    /// The SQLite database where the configuration names no database, so that an application that had it before needs no setting. It is the default of
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

    /// <summary>Options of the MySQL provider, whichever the application has: write the type of its options, as in <c>MySql((MySqlDbContextOptionsBuilder mySql) => …)</c>.</summary>
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
    /// Chooses the MySQL provider by the application's own call, as in <c>MySqlProvider((builder, connection) => builder.UseMySQL(connection))</c>. It is needed
    /// only where the application has several, or one whose methods are shaped in another way; otherwise the one that is deployed is found. The
    /// options given to <see cref="MySql{TBuilder}"/> and the server version are then the call's to use.
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
