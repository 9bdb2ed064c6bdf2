using MigrateBoth.Core.Recordings;
using MigrateBoth.Testing.Servers.MySql;
using MigrateBoth.Testing.Servers.Sqlite;
using MigrateBoth.Testing.Tests.Garden;
using MigrateBoth.Testing.Tests.Servers;

using Microsoft.EntityFrameworkCore;

namespace MigrateBoth.Testing.Tests.Recording;

/// <summary>Failures that each engine has a way of its own to bring about, and one class for.</summary>
[Collection(nameof(MySqlServer))]
public sealed class FailureTests(MySqlServer server)
{
    [Fact]
    public void A_value_that_is_too_long_for_SQLite() =>
        Assert.Equal(FailureClass.TooLong, Fail(OnSqlite(), context => context.Database.ExecuteSqlRaw("CREATE TABLE T AS SELECT zeroblob(2147483647) AS B")));

    [MySqlFact]
    public void A_value_that_is_too_long_for_MySQL() =>
        Assert.Equal(FailureClass.TooLong, Fail(OnMySql(), context => context.Database.ExecuteSqlRaw("UPDATE Beds SET Name = REPEAT('x', 51)")));

    [Fact]
    public void A_lock_that_is_not_given_up_on_SQLite() => Assert.Equal(FailureClass.Timeout, FailLocked(OnSqlite()));

    [MySqlFact]
    public void A_lock_that_is_not_given_up_on_MySQL() => Assert.Equal(FailureClass.Timeout, FailLocked(OnMySql()));

    [MySqlFact]
    public void A_command_that_takes_too_long() => Assert.Equal(FailureClass.Timeout, Fail(OnMySql(), context =>
    {
        context.Database.SetCommandTimeout(1);
        // A SLEEP that is killed would end as if nothing had happened.
        _ = context.Database.SqlQueryRaw<long>("SELECT COUNT(*) AS Value FROM information_schema.COLUMNS a, information_schema.COLUMNS b, information_schema.COLUMNS c").Single();
    }));

    [MySqlFact]
    public void A_number_out_of_range() =>
        Assert.Equal(FailureClass.OutOfRange, Fail(OnMySql(), context => context.Database.ExecuteSqlRaw("UPDATE Plants SET Quantity = 3000000000")));

    [MySqlTheory]
    [InlineData(1030)] // an error of the storage engine, such as a full disk
    [InlineData(1135)] // no more threads
    [InlineData(1461)] // no more prepared statements
    [InlineData(3032)] // offline mode
    public void A_server_that_has_no_room_or_is_not_there(int number) => Assert.Equal(
        FailureClass.Server, Fail(OnMySql(), context => context.Database.ExecuteSqlRaw("SET @number = {0}; SIGNAL SQLSTATE 'HY000' SET MYSQL_ERRNO = @number", number)));

    [MySqlFact]
    public void What_a_trigger_refuses_is_not_the_server() =>
        Assert.Equal(FailureClass.Other, Fail(OnMySql(), context => context.Database.ExecuteSqlRaw("SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'no'")));

    [Fact]
    public void Anything_else_is_other() => Assert.Equal(FailureClass.Other, Fail(OnSqlite(), context =>
    {
        using var cancelled = new CancellationTokenSource();
        context.Database.GetDbConnection().StateChange += (_, _) => cancelled.Cancel();
        context.Beds.ToListAsync(cancelled.Token).GetAwaiter().GetResult();
    }));

    private static FailureClass FailLocked(RecordedGarden garden) => Fail(garden, context =>
    {
        using var other = garden.NewContext();
        using var transaction = other.Database.BeginTransaction();
        other.Beds.ExecuteUpdate(set => set.SetProperty(bed => bed.Name, "Mine"));
        context.Database.SetCommandTimeout(1);
        context.Beds.ExecuteUpdate(set => set.SetProperty(bed => bed.Name, "Not mine"));
    });

    private static FailureClass Fail(RecordedGarden garden, Action<GardenContext> use)
    {
        using (garden)
        {
            using (var context = garden.NewContext())
            {
                Assert.ThrowsAny<Exception>(() => use(context));
            }

            return Assert.Single(garden.Finish().Tests.Single().Steps, step => step.Failure is not null).Failure!.Class;
        }
    }

    private static RecordedGarden OnSqlite() =>
        new(SqliteTestServer.Start(Path.Combine(Path.GetTempPath(), $"migrateboth-testing-tests-{Environment.ProcessId}-failures")));

    private RecordedGarden OnMySql() => new(MySqlTestServer.Start(server.ConnectionString));
}
