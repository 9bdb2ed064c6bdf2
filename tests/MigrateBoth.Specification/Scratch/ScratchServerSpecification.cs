using MigrateBoth.Core.Scratch;

namespace MigrateBoth.Specification.Scratch;

/// <summary>Throw-away databases: newly created for the test, removed completely afterwards.</summary>
public abstract class ScratchServerSpecification(IEngineFixture fixture) : EngineSpecification(fixture)
{
    /// <summary>The words of <see cref="IScratchServer.Source"/> that the engine may use.</summary>
    protected abstract IReadOnlyList<string> Sources { get; }

    /// <summary>Whether the database, or the file, is there; asked without the product's help.</summary>
    protected abstract Task<bool> ExistsAsync(string name);

    /// <summary>Makes a database beside the scratch databases that the product did not make, and says its name.</summary>
    protected abstract Task<string> PlantForeignDatabaseAsync();

    /// <summary>Removes what <see cref="PlantForeignDatabaseAsync"/> made.</summary>
    protected abstract Task RemoveForeignDatabaseAsync(string name);

    /// <summary>Has the engine's sweepers of leftovers try to remove the database of this name.</summary>
    protected abstract Task SweepAsync(string name);

    [Fact]
    public void The_server_says_what_it_is()
    {
        Assert.Equal(Fixture.Engine, Fixture.Server.Engine);
        Assert.Contains(Fixture.Server.Source, Sources);
        Assert.Matches(@"^\d+\.\d+(\.\d+)*$", Fixture.Server.Identity.Version);
        Assert.NotEmpty(Fixture.Server.Identity.Vendor);
    }

    [Fact]
    public async Task A_new_database_is_there_and_empty()
    {
        await using var database = await CreateAsync("fresh");

        Assert.Equal(Fixture.Engine, database.Engine);
        Assert.Contains("fresh", database.Name, StringComparison.Ordinal);
        Assert.True(await ExistsAsync(database.Name));
        Assert.Empty(await TablesAsync(database));
    }

    [Fact]
    public async Task Two_databases_do_not_see_each_other()
    {
        await using var one = await CreateAsync("same");
        await using var two = await CreateAsync("same");

        await Fixture.ExecuteAsync(one.ConnectionString, "CREATE TABLE `t` (`a` int NOT NULL)");

        Assert.NotEqual(one.Name, two.Name);
        Assert.Equal(["t"], await TablesAsync(one));
        Assert.Empty(await TablesAsync(two));
    }

    [Fact]
    public async Task Databases_can_be_made_in_parallel()
    {
        var databases = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => CreateAsync("parallel"))));
        try
        {
            await Task.WhenAll(databases.Select(d => Fixture.ExecuteAsync(d.ConnectionString, "CREATE TABLE `t` (`a` int NOT NULL)")));
            Assert.Equal(8, databases.Select(d => d.Name).Distinct(StringComparer.Ordinal).Count());
        }
        finally
        {
            await Task.WhenAll(databases.Select(d => d.DisposeAsync().AsTask()));
        }

        foreach (var database in databases)
        {
            Assert.False(await ExistsAsync(database.Name));
        }
    }

    [Fact]
    public async Task Disposing_removes_the_database_and_disposing_again_does_nothing()
    {
        var database = await CreateAsync("gone");
        await Fixture.ExecuteAsync(database.ConnectionString, "CREATE TABLE `t` (`a` int NOT NULL)");

        await database.DisposeAsync();
        Assert.False(await ExistsAsync(database.Name));

        await database.DisposeAsync();
        Assert.False(await ExistsAsync(database.Name));
    }

    [Fact]
    public async Task A_cancelled_creation_leaves_nothing_behind()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Fixture.Server.CreateDatabaseAsync("cancelled", cancelled.Token));
    }

    [Fact]
    public async Task A_database_of_another_owner_is_never_touched()
    {
        var foreign = await PlantForeignDatabaseAsync();
        try
        {
            await using (await CreateAsync("neighbour"))
            {
                await SweepAsync(foreign);
            }

            Assert.True(await ExistsAsync(foreign));
        }
        finally
        {
            await RemoveForeignDatabaseAsync(foreign);
        }
    }

    private Task<IScratchDatabase> CreateAsync(string purpose) => Fixture.Server.CreateDatabaseAsync(purpose, CancellationToken.None);

    private async Task<IEnumerable<string>> TablesAsync(IScratchDatabase database)
    {
        var schema = await Fixture.Reader.ReadAsync(database.ConnectionString, CancellationToken.None);
        return schema.Tables.Select(t => t.Name);
    }
}
