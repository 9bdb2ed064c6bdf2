using McMaster.Extensions.CommandLineUtils;
using MigrateBoth.Core;
using MigrateBoth.Core.Protocol;
using MigrateBoth.MySql.Connections;
using MigrateBoth.Sqlite.Connections;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.DesignHost;

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

/// <summary>Declares and reads <c>--sqlite CONNECTION</c> and <c>--mysql CONNECTION</c>.</summary>
/// <param name="app">The command line to declare on.</param>
/// <param name="purpose">What the command does with a database, such as <c>Apply to</c>.</param>
internal sealed class DatabaseOptionGroup(CommandLineApplication app, string purpose)
{
    private readonly CommandOption _sqlite = app.Option("--sqlite <CONNECTION>", $"{purpose} this SQLite database: a connection string or a file", CommandOptionType.SingleValue);
    private readonly CommandOption _mySql = app.Option("--mysql <CONNECTION>", $"{purpose} this MySQL database: a connection string", CommandOptionType.SingleValue);

    /// <summary>Reads the options as typed; SQLite first.</summary>
    public IReadOnlyList<DatabaseOption> Read() =>
        [.. new[] { (Engine.Sqlite, _sqlite.Single()), (Engine.MySql, _mySql.Single()) }
            .Where(option => option.Item2 is not null)
            .Select(option => new DatabaseOption(option.Item1, option.Item2!))];
}

/// <summary>A database that a command works on.</summary>
/// <param name="Engine">The engine.</param>
/// <param name="ConnectionString">How to reach it; may hold a password.</param>
/// <param name="Display">How it is called in messages: a path, or <c>user@host:port/database</c>.</param>
internal sealed record DatabaseTarget(Engine Engine, string ConnectionString, string Display)
{
    // A record prints its members; this one must never print a password.
    public override string ToString() => Display;
}

/// <summary>Reads the history that a database has recorded, without changing anything.</summary>
/// <param name="context">Services.</param>
/// <param name="host">The application's own EF Core.</param>
internal sealed class DatabaseReader(CommandContext context, IDesignHost host)
{
    /// <summary>Reads one database.</summary>
    /// <exception cref="Core.Errors.MigrateBothException">It cannot be reached (2).</exception>
    public async Task<MigrationPlan> ReadAsync(DatabaseTarget target, CancellationToken cancellationToken)
    {
        // Connects first, without the application: a wrong password is told as what it is and not as a provider's exception.
        await context.Services.LockInspector(target.Engine).InspectAsync(target.ConnectionString, cancellationToken).ConfigureAwait(false);
        return await host.PlanApplyAsync(target.Engine, target.ConnectionString, null, cancellationToken).ConfigureAwait(false);
    }
}
