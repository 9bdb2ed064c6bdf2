using Microsoft.EntityFrameworkCore;
using MigrateBoth.Testing.Leftovers;
using MigrateBoth.Testing.Servers.MySql;
using MigrateBoth.Testing.Tests.Garden;
using MySqlConnector;

namespace MigrateBoth.Testing.Tests.Servers;

[CollectionDefinition(nameof(MySqlServer))]
public sealed class MySqlServerDefinition : ICollectionFixture<MySqlServer>;

[Collection(nameof(MySqlServer))]
public sealed class MySqlResetTests(MySqlServer server)
{
    // As facts of their own, because a derived class cannot change the attribute of an inherited one into a skip.
    public static TheoryData<string> Specifications => [.. typeof(ResetSpecification).GetMethods()
        .Where(method => method.IsDefined(typeof(FactAttribute), inherit: false)).Select(method => method.Name)];

    [MySqlTheory]
    [MemberData(nameof(Specifications))]
    public void Specification(string name)
    {
        using var specification = new OnMySql(server.ConnectionString);
        try
        {
            typeof(ResetSpecification).GetMethod(name)!.Invoke(specification, null);
        }
        catch (System.Reflection.TargetInvocationException e)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(e.InnerException!);
        }
    }

    [MySqlFact]
    public async Task The_end_removes_every_database_and_nothing_else()
    {
        await server.ExecuteAsync("CREATE DATABASE migrateboth_000000000000_drift");
        var before = await server.DatabasesAsync();
        using (var garden = new GardenServer(MySqlTestServer.Start(server.ConnectionString)))
        {
            garden.CreateDatabase();
            Assert.Equal(before.Count + 2, (await server.DatabasesAsync()).Count);
        }

        Assert.Equal(before, await server.DatabasesAsync());
        await server.ExecuteAsync("DROP DATABASE migrateboth_000000000000_drift");
    }

    [MySqlFact]
    public async Task What_a_dead_run_left_is_swept_and_what_others_use_is_not()
    {
        using var living = RunLock.Take(new MySqlConnection(server.ConnectionString + ";Pooling=False"));
        var keep = new[] { RunLock.DatabaseName(living.Run, "test1"), "migrateboth_aaaaaaaaaaaa_drift", "migrateboth_notes", "migrateboth_aaaaaaaaaaaa_testimony" };
        string dead;
        using (var over = RunLock.Take(new MySqlConnection(server.ConnectionString + ";Pooling=False")))
        {
            dead = RunLock.DatabaseName(over.Run, "testtemplate1");
        }

        foreach (var name in keep.Append(dead))
        {
            await server.ExecuteAsync($"CREATE DATABASE {name}");
        }

        using (MySqlTestServer.Start(server.ConnectionString))
        {
            var left = await server.DatabasesAsync();
            Assert.DoesNotContain(dead, left);
            Assert.Equal(keep.Order(StringComparer.Ordinal), left.Where(name => keep.Contains(name)).Order(StringComparer.Ordinal));
        }

        foreach (var name in keep)
        {
            await server.ExecuteAsync($"DROP DATABASE {name}");
        }
    }

    [MySqlFact]
    public async Task A_database_with_triggers_and_views_is_made_anew()
    {
        using var mySql = MySqlTestServer.Start(server.ConnectionString);
        var template = mySql.CreateTemplate(connectionString =>
        {
            using var connection = new MySqlConnection(connectionString);
            connection.Open();
            using var command = new MySqlCommand(
                "CREATE TABLE T (Id int AUTO_INCREMENT PRIMARY KEY); CREATE TABLE Log (Id int AUTO_INCREMENT PRIMARY KEY); "
                + "CREATE TRIGGER Deleted AFTER DELETE ON T FOR EACH ROW INSERT INTO Log VALUES (); CREATE VIEW V AS SELECT COUNT(*) AS N FROM T; INSERT INTO T VALUES (1)",
                connection);
            command.ExecuteNonQuery();
        });
        var database = template.CreateDatabase();
        Assert.Equal((1L, 0L), await CountAsync(database.ConnectionString, "DELETE FROM T WHERE Id > 1"));
        Assert.Equal((0L, 1L), await CountAsync(database.ConnectionString, "DELETE FROM T"));

        database.Reset();

        Assert.Equal((1L, 0L), await CountAsync(database.ConnectionString, "DO 0"));
    }

    /// <summary>A server may have been started with anything: what the package relies on, its sessions set themselves.</summary>
    [MySqlTheory]
    [InlineData("autocommit = 0", "autocommit = 1")]
    [InlineData("sql_mode = 'ANSI_QUOTES,NO_BACKSLASH_ESCAPES,PIPES_AS_CONCAT'", "sql_mode = DEFAULT")]
    [InlineData("sql_mode = ''", "sql_mode = DEFAULT")]
    [InlineData("time_zone = '+05:30'", "time_zone = 'SYSTEM'")]
    [InlineData("foreign_key_checks = 0", "foreign_key_checks = 1")]
    [InlineData("transaction_isolation = 'SERIALIZABLE'", "transaction_isolation = DEFAULT")]
    [InlineData("sql_generate_invisible_primary_key = 1", "sql_generate_invisible_primary_key = 0")]
    [InlineData("sql_require_primary_key = 1", "sql_require_primary_key = 0")]
    public async Task A_setting_of_the_server_changes_nothing(string setting, string back)
    {
        await server.ExecuteAsync($"SET GLOBAL {setting}");
        try
        {
            using var specification = new OnMySql(server.ConnectionString);
            specification.A_copy_holds_what_the_migrations_put_there();
            specification.A_reset_undoes_identities_that_left_no_row();
        }
        finally
        {
            await server.ExecuteAsync($"SET GLOBAL {back}");
        }
    }

    /// <summary>EF Core saves a single statement without a transaction, the driver doubles backslashes, and expects an error where a text does not fit.</summary>
    [MySqlTheory]
    [InlineData("autocommit = 0", "autocommit = 1", false)]
    [InlineData("autocommit = 0", "autocommit = 1", true)]
    [InlineData("sql_mode = 'NO_BACKSLASH_ESCAPES'", "sql_mode = DEFAULT", false)]
    [InlineData("sql_mode = ''", "sql_mode = DEFAULT", true)]
    [InlineData("foreign_key_checks = 0", "foreign_key_checks = 1", false)]
    [InlineData("wait_timeout = 3", "wait_timeout = DEFAULT", true)]
    public async Task What_an_application_saves_is_kept_as_it_is_whatever_the_server_was_started_with(string setting, string back, bool isMadeByFactory)
    {
        await server.ExecuteAsync($"SET GLOBAL {setting}");
        try
        {
            using var garden = new GardenServer(MySqlTestServer.Start(server.ConnectionString));
            var connection = new ParityConnection(garden.Server, garden.CreateDatabase().ConnectionString, []);
            using var source = new ContextSource<GardenContext>(isMadeByFactory ? Made() : new ParityOptions<GardenContext>(), connection);
            foreach (var name in new[] { "First", "Sec\\ond" })
            {
                await using var context = source.Create();
                context.Add(new Bed { Name = name });
                await context.SaveChangesAsync();
            }

            await using var later = source.Create();
            Assert.Equal(2, (await later.Beds.ToListAsync()).Count(bed => bed.Name is "First" or "Sec\\ond"));
            Assert.Equal(1, await later.Database.SqlQueryRaw<long>("SELECT @@foreign_key_checks = 1 AND @@wait_timeout >= 600 AS Value").SingleAsync());
            later.Add(new Bed { Name = new string('x', 51) });
            await Assert.ThrowsAsync<DbUpdateException>(() => later.SaveChangesAsync());
        }
        finally
        {
            await server.ExecuteAsync($"SET GLOBAL {back}");
        }

        static ParityOptions<GardenContext> Made() => new ParityOptions<GardenContext>().UseFactory(connection =>
        {
            var options = new DbContextOptionsBuilder<GardenContext>();
            options.UseMySql(connection.ConnectionString, Microsoft.EntityFrameworkCore.ServerVersion.Parse(connection.ServerVersion));
            return new GardenContext(options.Options);
        });
    }

    [MySqlFact]
    public async Task Many_databases_take_few_connections()
    {
        var before = await ConnectionsAsync();
        using var garden = new GardenServer(MySqlTestServer.Start(server.ConnectionString));
        var databases = Enumerable.Range(0, 12).AsParallel().WithDegreeOfParallelism(12).Select(_ => garden.CreateDatabase()).ToList();
        databases.AsParallel().WithDegreeOfParallelism(12).ForAll(database => database.Reset());

        Assert.InRange(await ConnectionsAsync() - before, 1, 5);
    }

    [MySqlFact]
    public async Task Connections_that_the_server_ended_are_opened_again_and_nothing_stays_behind()
    {
        var before = await server.DatabasesAsync();
        using (var garden = new GardenServer(MySqlTestServer.Start(server.ConnectionString)))
        {
            var database = garden.CreateDatabase();
            foreach (var id in await IdsAsync())
            {
                await server.ExecuteAsync($"KILL {id}");
            }

            database.Reset();
            garden.CreateDatabase();
        }

        Assert.Equal(before, await server.DatabasesAsync());
    }

    [MySqlFact]
    public void A_copy_has_the_collation_of_the_template()
    {
        using var garden = new GardenServer(MySqlTestServer.Start(server.ConnectionString));
        using var context = garden.NewContext(garden.CreateDatabase());

        Assert.Equal("utf8mb4_bin", context.Database.SqlQueryRaw<string>("SELECT @@collation_database AS Value").Single());
    }

    [Theory]
    [InlineData(null, "is not set")]
    [InlineData("auto", "is no connection string")]
    [InlineData("Server=127.0.0.1;Port=1;User ID=u;Password=geheim", "127.0.0.1:1, user 'u'")]
    [InlineData("mysql://u:geheim@127.0.0.1:1/any", "127.0.0.1:1, user 'u'")]
    [InlineData("Server=127.0.0.1;Nonsense=geheim", "connection string")]
    public void A_server_that_cannot_be_used_is_named_without_its_password(string? given, string says)
    {
        var error = Assert.Throws<ParityDatabaseException>(() => MySqlTestServer.Start(given));

        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", error.ToString(), StringComparison.Ordinal);
    }

    private static async Task<(long Rows, long Log)> CountAsync(string connectionString, string first)
    {
        await using var connection = new MySqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new MySqlCommand($"{first}; SELECT (SELECT N FROM V), (SELECT COUNT(*) FROM Log)", connection);
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return (reader.GetInt64(0), reader.GetInt64(1));
    }

    private async Task<int> ConnectionsAsync() => (await IdsAsync()).Count;

    private async Task<List<long>> IdsAsync()
    {
        await using var connection = await server.OpenAsync();
        await using var command = new MySqlCommand("SELECT ID FROM information_schema.PROCESSLIST WHERE ID <> CONNECTION_ID() AND COMMAND = 'Sleep'", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var ids = new List<long>();
        while (await reader.ReadAsync())
        {
            ids.Add(reader.GetInt64(0));
        }

        return ids;
    }

    private sealed class OnMySql(string connectionString) : ResetSpecification(MySqlTestServer.Start(connectionString));
}
