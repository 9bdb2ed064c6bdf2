using MigrateBoth.Core.Scratch;
using MigrateBoth.Core.SelfTest;
using Microsoft.Data.Sqlite;

namespace MigrateBoth.Sqlite.SelfTest;

/// <summary>Two files: one that stays as it is, and one that is copied from it page by page for each defect.</summary>
internal sealed class SqliteClone(IScratchServer server, IScratchDatabase pristine, IScratchDatabase first) : IClone
{
    private IScratchDatabase _planted = first;

    public string ConnectionString => _planted.ConnectionString;

    public Task<string?> PlantAsync(SchemaEdit edit, CancellationToken cancellationToken) => Task.Run(() => Plant(edit), cancellationToken);

    public async Task RestoreAsync(SchemaEdit edit, CancellationToken cancellationToken)
    {
        await _planted.DisposeAsync().ConfigureAwait(false);
        _planted = await server.CreateDatabaseAsync("planted", cancellationToken).ConfigureAwait(false);
        await Task.Run(Copy, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await _planted.DisposeAsync().ConfigureAwait(false);
        await pristine.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Makes the file that stays, and the first copy.</summary>
    internal void Fill(IReadOnlyList<string> statements)
    {
        using (var connection = Open(pristine))
        {
            Execute(connection, ["PRAGMA foreign_keys = OFF", "BEGIN", .. statements, "COMMIT"]);
        }

        Copy();
    }

    private void Copy()
    {
        using var source = Open(pristine);
        using var target = Open(_planted);
        source.BackupDatabase(target);
    }

    private string? Plant(SchemaEdit edit)
    {
        using var connection = Open(_planted);
        try
        {
            // A table that is recreated is gone for a moment, and others refer to it: renaming must not touch them either.
            Execute(connection, ["PRAGMA foreign_keys = OFF", "PRAGMA legacy_alter_table = OFF", .. Statements(edit)]);
            return null;
        }
        catch (Exception e) when (e is SqliteException or PlaceNotFoundException)
        {
            return e.Message;
        }
    }

    private static IReadOnlyList<string> Statements(SchemaEdit edit) => edit switch
    {
        ReplaceTable replace => [$"DROP TABLE {SqliteNames.Quote(replace.Original.Name)}", .. Rewritten(replace)],
        DropTable drop => [$"DROP TABLE {SqliteNames.Quote(drop.Table.Name)}"],
        AddTable add => SqliteTableSql.Create(add.Table),
        RenameTable rename =>
        [
            // In two steps: to SQLite a name in other case is the same name.
            $"ALTER TABLE {SqliteNames.Quote(rename.Table.Name)} RENAME TO migrateboth_renamed",
            $"ALTER TABLE migrateboth_renamed RENAME TO {SqliteNames.Quote(rename.NewName)}",
        ],
        RunStatements run => run.Plant,
        _ => throw new NotSupportedException(edit.ToString()),
    };

    private static IReadOnlyList<string> Rewritten(ReplaceTable replace)
    {
        var statements = SqliteTableSql.Create(replace.Planted);
        if (replace.Rewrite is not { } rewrite)
        {
            return statements;
        }

        // A place that is not found would plant nothing, and a test of nothing passes.
        var parts = statements[0].Split(rewrite.Find);
        return parts.Length == 2
            ? [string.Join(rewrite.Replacement, parts), .. statements.Skip(1)]
            : throw new PlaceNotFoundException($"'{rewrite.Find}' is {parts.Length - 1} times in: {statements[0]}");
    }

    private static SqliteConnection Open(IScratchDatabase database)
    {
        var connection = new SqliteConnection(database.ConnectionString);
        connection.Open();
        return connection;
    }

    private static void Execute(SqliteConnection connection, IEnumerable<string> statements)
    {
        foreach (var statement in statements)
        {
            using var command = connection.CreateCommand();
            command.CommandText = statement;
            command.ExecuteNonQuery();
        }
    }

    private sealed class PlaceNotFoundException(string message) : Exception(message);
}
