using McMaster.Extensions.CommandLineUtils;
using MigrateBoth.Core;
using MigrateBoth.Tool.CommandLine;

namespace MigrateBoth.Tool.Commands.Shared;

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
