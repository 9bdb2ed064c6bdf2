using MigrateBoth.Core;
using MigrateBoth.MySql.Connections;
using MigrateBoth.Sqlite.Connections;

namespace MigrateBoth.Tool.Commands.Shared;

/// <summary>A database as it was named on the command line.</summary>
/// <param name="Engine">The engine.</param>
/// <param name="Text">What was typed; may hold a password.</param>
internal sealed record DatabaseOption(Engine Engine, string Text)
{
    /// <summary>The database that is meant. Nothing is contacted.</summary>
    /// <exception cref="Core.Errors.MigrateBothException"><c>connection-invalid</c> (78).</exception>
    public DatabaseTarget Resolve(string workingDirectory)
    {
        if (Engine == Engine.Sqlite)
        {
            var sqlite = SqliteConnectionText.Parse(Text, workingDirectory);
            return new DatabaseTarget(Engine, sqlite.ConnectionString, sqlite.DataSource);
        }

        var mySql = MySqlConnectionText.Parse(Text);
        return new DatabaseTarget(Engine, mySql.ConnectionString, mySql.Display);
    }

    // A record prints its members; this one must never print a password.
    public override string ToString() => Engine.Id();
}
