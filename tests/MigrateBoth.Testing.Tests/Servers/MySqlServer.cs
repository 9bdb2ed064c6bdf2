using MySqlConnector;

namespace MigrateBoth.Testing.Tests.Servers;

/// <summary>A server on which the test package makes its databases.</summary>
public sealed class MySqlServer : MySqlContainer
{
    /// <summary>The names of all databases of ours.</summary>
    public async Task<List<string>> DatabasesAsync()
    {
        await using var connection = await OpenAsync();
        await using var command = new MySqlCommand(
            @"SELECT SCHEMA_NAME FROM information_schema.SCHEMATA WHERE SCHEMA_NAME LIKE 'migrateboth\_%' ORDER BY SCHEMA_NAME", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var names = new List<string>();
        while (await reader.ReadAsync())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }
}
