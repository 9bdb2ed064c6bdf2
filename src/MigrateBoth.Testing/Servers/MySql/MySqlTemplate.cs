using System.Text;
using MigrateBoth.Testing.Leftovers;

namespace MigrateBoth.Testing.Servers.MySql;

/// <summary>A migrated database on the server, and how to copy it.</summary>
internal sealed class MySqlTemplate(MySqlTestServer server, string name, MySqlSchema schema, Action<string> migrate) : ITestTemplate
{
    public MySqlSchema Schema { get; } = schema;

    public MySqlTestServer Server { get; } = server;

    public ITestDatabase CreateDatabase()
    {
        var database = Server.NewDatabase("test");
        Fill(database);
        return new MySqlTestDatabase(this, database);
    }

    /// <summary>Creates the tables and rows of the template in an empty database.</summary>
    public void Fill(string database)
    {
        if (!Schema.IsPlain)
        {
            migrate(Server.ConnectionString(database));
            return;
        }

        Server.Connections.Use(database, connection => connection.Execute(CopyStatements()));
    }

    /// <summary>What copies one table's rows from the template into the database of the connection.</summary>
    public string CopyRows(MySqlTable table) =>
        $"INSERT INTO {MySqlCommands.Quote(table.Name)} ({table.Columns}) SELECT {table.Columns} FROM {MySqlCommands.Quote(name)}.{MySqlCommands.Quote(table.Name)};";

    // The checks of foreign keys are off in our connections, so that the order of tables, self-references and cycles do not matter.
    private string CopyStatements()
    {
        var sql = new StringBuilder($"ALTER DATABASE CHARACTER SET {Schema.CharacterSet} COLLATE {Schema.Collation};\n");
        foreach (var table in Schema.Tables)
        {
            sql.Append(table.Create).Append(";\n");
        }

        foreach (var table in Schema.Tables.Where(table => table.HasRows))
        {
            sql.Append(CopyRows(table)).Append('\n');
        }

        return sql.ToString();
    }
}
