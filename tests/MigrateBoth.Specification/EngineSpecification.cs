using MigrateBoth.Core.Schema;

namespace MigrateBoth.Specification;

/// <summary>
/// Base of the suites that every engine must pass on its real database. Scripts are written once in the SQL that both engines
/// accept (backticks, and expressions in the form MySQL rewrites them to); a subclass overrides a script or an expected value
/// only where its engine speaks differently.
/// </summary>
public abstract class EngineSpecification(IEngineFixture fixture)
{
    protected IEngineFixture Fixture { get; } = fixture;

    /// <summary>Reads a new database after executing the scripts in it, each in a round trip of its own.</summary>
    protected async Task<DatabaseSchema> ReadAsync(params string[] scripts)
    {
        ArgumentNullException.ThrowIfNull(scripts);
        await using var database = await Fixture.Server.CreateDatabaseAsync("spec", CancellationToken.None);
        foreach (var script in scripts)
        {
            await Fixture.ExecuteAsync(database.ConnectionString, script);
        }

        return await Fixture.Reader.ReadAsync(database.ConnectionString, CancellationToken.None);
    }

    /// <summary>Reads a new database that has one table, and expects that all of it was understood.</summary>
    protected async Task<Table> ReadTableAsync(params string[] scripts)
    {
        var schema = await ReadAsync(scripts);
        Assert.Empty(schema.Unread);
        return Assert.Single(schema.Tables);
    }

    /// <summary>A name quoted so that both engines take it.</summary>
    protected static string Quote(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return "`" + name.Replace("`", "``", StringComparison.Ordinal) + "`";
    }
}
