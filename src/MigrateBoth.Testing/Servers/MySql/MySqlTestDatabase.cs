using System.Data.Common;
using System.Globalization;
using System.Text;
using MigrateBoth.Testing.Leftovers;

namespace MigrateBoth.Testing.Servers.MySql;

/// <summary>A copy of the template on the server.</summary>
internal sealed class MySqlTestDatabase(MySqlTemplate template, string name) : ITestDatabase
{
    // ER_LOCK_WAIT_TIMEOUT and ER_LOCK_DEADLOCK of the server.
    private const int LockWaitTimeout = 1205;
    private const int Deadlock = 1213;

    private readonly string _deletions = Deletions(template);

    public string ConnectionString { get; } = template.Server.ConnectionString(name);

    public void Reset()
    {
        try
        {
            if (!template.Schema.IsPlain)
            {
                Recreate();
                return;
            }

            if (!template.Server.Connections.Use(name, TryReset))
            {
                Recreate(); // A test made or dropped a table.
            }
        }
        catch (DbException e) when (e.Number() is LockWaitTimeout or Deadlock)
        {
            throw new ParityDatabaseException(
                "The database cannot be reset: the test still holds a transaction on it. "
                + "Dispose contexts, transactions and readers before the test ends.",
                e);
        }
    }

    public void Release() => MySqlTestServer.ClosePool(ConnectionString);

    private bool TryReset(DbConnection connection)
    {
        var identities = MySqlIdentities.Read(connection);
        if (!identities.Keys.ToHashSet(StringComparer.Ordinal).SetEquals(template.Schema.Tables.Select(table => table.Name)))
        {
            return false;
        }

        // Deleting, not truncating: TRUNCATE is DDL and takes many times as long on a small table.
        connection.Execute(_deletions);
        var moved = template.Schema.Tables.Where(table => identities[table.Name] != table.NextIdentity).ToList();
        if (moved.Count > 0)
        {
            connection.Execute(string.Concat(moved.Select(RestoreIdentity)));
        }

        return true;
    }

    private void Recreate()
    {
        template.Server.Connections.Use(string.Empty, connection => connection.Execute(
            $"DROP DATABASE IF EXISTS {MySqlCommands.Quote(name)}; CREATE DATABASE {MySqlCommands.Quote(name)} CHARACTER SET utf8mb4"));
        template.Fill(name);
    }

    private static string RestoreIdentity(MySqlTable table) => string.Create(
        CultureInfo.InvariantCulture, $"ALTER TABLE {MySqlCommands.Quote(table.Name)} AUTO_INCREMENT = {table.NextIdentity ?? 1};");

    // The checks of foreign keys are off in our connections: self-references and cycles need no order, and nothing cascades.
    private static string Deletions(MySqlTemplate template)
    {
        var sql = new StringBuilder("START TRANSACTION;");
        foreach (var table in template.Schema.Tables)
        {
            sql.Append(CultureInfo.InvariantCulture, $"DELETE FROM {MySqlCommands.Quote(table.Name)};");
            if (table.HasRows)
            {
                sql.Append(template.CopyRows(table));
            }
        }

        return sql.Append("COMMIT").ToString();
    }
}
