using Microsoft.Data.Sqlite;
using MigrateBoth.Core;

namespace MigrateBoth.DesignHost.Tests;

public sealed class ApplyTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("migrate-both-").FullName;

    private string ConnectionString => $"Data Source={Path.Combine(_directory, "test.db")}";

    [Fact]
    public async Task The_model_is_created_without_migrations()
    {
        await using var host = await Fixture.Factory.StartAsync();

        await host.CreateFromModelAsync(Engine.Sqlite, ConnectionString, CancellationToken.None);

        Assert.Equal(["Authors", "Books"], Tables());
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private List<string> Tables()
    {
        using var connection = new SqliteConnection(ConnectionString + ";Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name";
        using var reader = command.ExecuteReader();
        List<string> tables = [];
        while (reader.Read())
        {
            tables.Add(reader.GetString(0));
        }

        return tables;
    }
}
