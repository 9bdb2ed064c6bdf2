using MigrateBoth.Core.Errors;

namespace MigrateBoth.MySql.Connections;

/// <summary>What a user wrote to name one MySQL database: a connection string, or a URL such as <c>mysql://user:password@host/database</c>.</summary>
public sealed class MySqlConnectionText
{
    private readonly MySqlTarget _target;

    private MySqlConnectionText(MySqlTarget target) => _target = target;

    /// <summary>A connection string for the provider; holds the password.</summary>
    public string ConnectionString => _target.ToConnectionString();

    /// <summary>How the database is called in messages: <c>app@db.local:3306/shop</c>, without the password.</summary>
    public string Display => $"{_target}/{_target.Database}";

    /// <summary>Reads it; nothing is contacted.</summary>
    /// <exception cref="MigrateBothException"><c>connection-invalid</c> (78); never quotes a value, because it might be the password.</exception>
    public static MySqlConnectionText Parse(string text)
    {
        var target = MySqlTarget.Parse(text);
        return target.Database.Length > 0
            ? new MySqlConnectionText(target)
            : throw new MigrateBothException(
                ExitCode.Configuration,
                "connection-invalid",
                "The MySQL connection string cannot be used: it names no database (Database=...).",
                "Write it as \"Server=127.0.0.1;Port=3306;Database=shop;User=app;Password=***\".");
    }

    /// <inheritdoc />
    public override string ToString() => Display;
}
