namespace MigrateBoth.EntityFrameworkCore.ProviderMigrations;

/// <summary>Distinguishes the providers' migrations in one assembly by their namespaces.</summary>
/// <remarks>
/// A namespace belongs to the provider whose segments occur last in it: <c>Shop.Migrations.Sqlite</c> is SQLite's,
/// <c>Shop.Sqlite.Migrations.MySql.V2</c> is MySQL's. Case is ignored because folder names vary in case.
/// </remarks>
internal sealed record MigrationNamespaces
{
    /// <summary>The folders <c>Migrations/Sqlite</c> and <c>Migrations/MySql</c>.</summary>
    public static MigrationNamespaces Default { get; } = new("Sqlite", "MySql");

    /// <summary>Creates the pair.</summary>
    /// <param name="sqlite">One or more segments, such as <c>Sqlite</c> or <c>Migrations.Sqlite</c>.</param>
    /// <param name="mySql">The same for MySQL and MariaDB.</param>
    /// <exception cref="ArgumentException">A name is empty, or both are the same.</exception>
    public MigrationNamespaces(string sqlite, string mySql)
    {
        Sqlite = Normalize(sqlite, nameof(sqlite));
        MySql = Normalize(mySql, nameof(mySql));
        if (Sqlite.Equals(MySql, StringComparison.OrdinalIgnoreCase))
        {
            throw new ArgumentException($"Both providers' migrations would be those of the namespace '{Sqlite}'.", nameof(mySql));
        }
    }

    /// <summary>The segments of SQLite's migrations.</summary>
    public string Sqlite { get; }

    /// <summary>The segments of MySQL's and MariaDB's migrations.</summary>
    public string MySql { get; }

    /// <summary>Whether a namespace belongs to one of the two providers.</summary>
    /// <returns>True or false; null when the namespace belongs to neither provider.</returns>
    public bool? Contains(string? @namespace, bool isMySql)
    {
        var sqlite = EndOf(Sqlite, @namespace);
        var mySql = EndOf(MySql, @namespace);
        return sqlite < 0 && mySql < 0 ? null : isMySql == IsNearer(mySql, MySql, sqlite, Sqlite);
    }

    // With "Sqlite" and "NotSqlite.Sqlite" both can end at the same place; the longer one says more.
    private static bool IsNearer(int mySqlEnd, string mySql, int sqliteEnd, string sqlite) =>
        mySqlEnd != sqliteEnd ? mySqlEnd > sqliteEnd : mySql.Length > sqlite.Length;

    private static int EndOf(string segments, string? @namespace)
    {
        var start = $".{@namespace}.".LastIndexOf($".{segments}.", StringComparison.OrdinalIgnoreCase);
        return start < 0 ? -1 : start + segments.Length;
    }

    private static string Normalize(string segments, string parameter)
    {
        ArgumentNullException.ThrowIfNull(segments, parameter);
        var trimmed = segments.Trim('.', ' ');
        return trimmed.Length > 0 ? trimmed : throw new ArgumentException("At least one segment of a namespace is needed.", parameter);
    }
}
