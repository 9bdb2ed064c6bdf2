namespace MigrateBoth.Core;

/// <summary>The two database engines that one EF Core model is kept consistent on.</summary>
public enum Engine
{
    /// <summary>SQLite, through Microsoft.EntityFrameworkCore.Sqlite.</summary>
    Sqlite,

    /// <summary>MySQL or MariaDB, through Pomelo.EntityFrameworkCore.MySql.</summary>
    MySql,
}

/// <summary>The display name and the id of an <see cref="Engine"/>.</summary>
public static class EngineNames
{
    /// <summary>Both engines, in the order in which every report names them.</summary>
    public static IReadOnlyList<Engine> All { get; } = [Engine.Sqlite, Engine.MySql];

    /// <summary>The stable identifier used in JSON, options and environment variables: <c>sqlite</c> or <c>mysql</c>.</summary>
    public static string Id(this Engine engine) => engine switch
    {
        Engine.Sqlite => "sqlite",
        Engine.MySql => "mysql",
        _ => throw new ArgumentOutOfRangeException(nameof(engine), engine, null),
    };

    /// <summary>The name as people write it: <c>SQLite</c> or <c>MySQL</c>.</summary>
    public static string DisplayName(this Engine engine) => engine switch
    {
        Engine.Sqlite => "SQLite",
        Engine.MySql => "MySQL",
        _ => throw new ArgumentOutOfRangeException(nameof(engine), engine, null),
    };

    /// <summary>The engine on the other side of the pair.</summary>
    public static Engine Other(this Engine engine) => engine == Engine.Sqlite ? Engine.MySql : Engine.Sqlite;
}
