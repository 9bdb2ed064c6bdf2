using MigrateBoth.Core;
using MigrateBoth.Core.Providers;

namespace MigrateBoth.Tool.Commands.Init;

/// <summary>Which engine a name or a scaffolded text refers to.</summary>
internal static class EngineWords
{
    private static readonly string[] SqliteNames = ["sqlite"];
    private static readonly string[] MySqlNames = ["mysql", "mariadb"];

    private static readonly string[] OtherNames = ["postgres", "npgsql", "pgsql", "sqlserver", "mssql", "oracle", "cosmos", "firebird", "inmemory", "mongo"];

    // What the providers write into designer files and snapshots, and the store types only one of them uses.
    private static readonly string[] SqliteCode = ["\"Sqlite:", "SqliteModelBuilder", "\"TEXT\"", "\"INTEGER\""];
    private static readonly string[] MySqlCode = [.. MySqlProviders.All.Select(provider => $"\"{provider.AnnotationPrefix}"), "MySqlModelBuilder", "MySQLModelBuilder", "MySQLPropertyBuilder", "MySqlPropertyBuilder", "\"longtext\"", "\"datetime(6)\"", "\"varchar(", "\"tinyint(1)\"", "\"char(36)\""];

    /// <summary>The engine that a name contains, unless it contains both.</summary>
    public static Engine? OfName(string name) => Only(name, SqliteNames, MySqlNames, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a name contains another engine, and neither of the two.</summary>
    public static bool IsForeign(string name) =>
        OtherNames.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase))
        && !SqliteNames.Concat(MySqlNames).Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>The engine that generated code was written for.</summary>
    public static Engine? OfCode(string code) => Only(code, SqliteCode, MySqlCode, StringComparison.Ordinal);

    /// <summary>A name without its engine, by which two classes are recognised as a pair.</summary>
    public static string Without(string name) =>
        SqliteNames.Concat(MySqlNames).Aggregate(name, (rest, word) => rest.Replace(word, string.Empty, StringComparison.OrdinalIgnoreCase));

    private static Engine? Only(string text, string[] sqlite, string[] mySql, StringComparison comparison) =>
        (sqlite.Any(word => text.Contains(word, comparison)), mySql.Any(word => text.Contains(word, comparison))) switch
        {
            (true, false) => Engine.Sqlite,
            (false, true) => Engine.MySql,
            _ => null,
        };
}
