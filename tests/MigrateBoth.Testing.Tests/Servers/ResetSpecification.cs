using MigrateBoth.Testing.Servers;
using MigrateBoth.Testing.Tests.Garden;

using Microsoft.EntityFrameworkCore;

namespace MigrateBoth.Testing.Tests.Servers;

/// <summary>What a copy of a template and its reset must do on either engine.</summary>
public abstract class ResetSpecification : IDisposable
{
    private readonly GardenServer _garden;

    private protected ResetSpecification(ITestServer server) => _garden = new GardenServer(server);

    [Fact]
    public void A_copy_holds_what_the_migrations_put_there()
    {
        using var context = _garden.NewContext(_garden.CreateDatabase());

        AssertPristine(context);
    }

    [Fact]
    public void A_reset_brings_back_rows_that_were_changed_deleted_or_added_and_the_identities()
    {
        var database = _garden.CreateDatabase();
        for (var round = 0; round < 2; round++)
        {
            using (var context = _garden.NewContext(database))
            {
                // Both ways of the cycle, a chain of the self-reference, and the migrations' own rows.
                var bed = new Bed { Name = "Roses", ParentId = 2 };
                context.Add(bed);
                context.SaveChanges();
                Assert.Equal(3, bed.Id);
                var rose = new Plant { BedId = bed.Id, Name = "Rose", PlantedAt = DateTime.UnixEpoch };
                context.Add(rose);
                context.SaveChanges();
                Assert.Equal(8, rose.Id);
                bed.FavouriteId = rose.Id;
                context.Beds.Single(found => found.Id == 1).ParentId = bed.Id;
                context.SaveChanges();
                context.Beds.Where(found => found.Id == 2).ExecuteUpdate(set => set.SetProperty(found => found.FavouriteId, (int?)null));
                context.Plants.Where(found => found.Id == 7).ExecuteDelete();
            }

            database.Reset();
            using var after = _garden.NewContext(database);
            AssertPristine(after);
        }
    }

    [Fact]
    public void A_reset_undoes_identities_that_left_no_row()
    {
        var database = _garden.CreateDatabase();
        using (var context = _garden.NewContext(database))
        {
            context.Add(new Bed { Name = "Gone" });
            context.SaveChanges();
            context.Beds.Where(bed => bed.Name == "Gone").ExecuteDelete();
        }

        database.Reset();

        using var after = _garden.NewContext(database);
        var bed = new Bed { Name = "First" };
        after.Add(bed);
        after.SaveChanges();
        Assert.Equal(3, bed.Id);
    }

    [Fact]
    public void A_reset_undoes_tables_that_a_test_made_or_dropped()
    {
        var database = _garden.CreateDatabase();
        using (var context = _garden.NewContext(database))
        {
            context.Database.ExecuteSqlRaw("CREATE TABLE Visitors (Id int)");
            context.Database.ExecuteSqlRaw("UPDATE Beds SET FavouriteId = NULL");
            context.Database.ExecuteSqlRaw("ALTER TABLE Beds DROP COLUMN Name");
        }

        database.Reset();

        using var after = _garden.NewContext(database);
        Assert.ThrowsAny<Exception>(() => after.Database.ExecuteSqlRaw("SELECT * FROM Visitors"));
        AssertPristine(after);
    }

    [Fact]
    public void Two_copies_are_independent()
    {
        using var one = _garden.NewContext(_garden.CreateDatabase());
        using var other = _garden.NewContext(_garden.CreateDatabase());
        one.Add(new Bed { Name = "Only here" });
        one.SaveChanges();

        AssertPristine(other);
    }

    [Fact]
    public void A_reset_is_seen_by_a_context_that_was_open_before()
    {
        var database = _garden.CreateDatabase();
        using var context = _garden.NewContext(database);
        context.Database.OpenConnection();
        context.Add(new Bed { Name = "Before" });
        context.SaveChanges();

        database.Reset();

        Assert.Equal(2, context.Beds.Count());
    }

    [Fact]
    public void A_transaction_that_is_still_open_is_named_as_the_reason_why_nothing_was_reset()
    {
        var database = _garden.CreateDatabase();
        using var context = _garden.NewContext(database);
        using var transaction = context.Database.BeginTransaction();
        context.Beds.ExecuteUpdate(set => set.SetProperty(bed => bed.Name, "Locked"));

        var error = Assert.Throws<ParityDatabaseException>(database.Reset);

        Assert.Contains("still holds a transaction", error.Message, StringComparison.Ordinal);
        transaction.Rollback();
        database.Reset();
    }

    [Fact]
    public void A_pool_hands_a_returned_database_out_again_as_new()
    {
        var pool = new TemplatePool(_garden.Server, connectionString =>
        {
            using var context = new ContextSource<GardenContext>(
                new ParityOptions<GardenContext>(), new ParityConnection(_garden.Server, connectionString, [])).Create();
            context.Database.Migrate();
        });
        var first = pool.Rent();
        using (var context = _garden.NewContext(first))
        {
            context.Add(new Bed { Name = "Left behind" });
            context.SaveChanges();
        }

        pool.Return(first);
        var second = pool.Rent();

        Assert.Equal(first.ConnectionString, second.ConnectionString);
        using var clean = _garden.NewContext(second);
        AssertPristine(clean);
        Assert.NotEqual(second.ConnectionString, pool.Rent().ConnectionString);
    }

    [Fact]
    public void The_migrations_run_once_for_databases_that_are_requested_in_parallel()
    {
        var runs = 0;
        var pool = new TemplatePool(_garden.Server, connectionString =>
        {
            Interlocked.Increment(ref runs);
            using var context = new ContextSource<GardenContext>(
                new ParityOptions<GardenContext>(), new ParityConnection(_garden.Server, connectionString, [])).Create();
            context.Database.Migrate();
        });
        var databases = new System.Collections.Concurrent.ConcurrentBag<string>();

        // As test classes that run in parallel do.
        Parallel.For(0, 4, _ => databases.Add(pool.Rent().ConnectionString));

        Assert.Equal((1, 4), (runs, databases.Distinct().Count()));
    }

    public virtual void Dispose()
    {
        _garden.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected GardenServer Garden => _garden;

    private static void AssertPristine(GardenContext context)
    {
        Assert.Equal([(1, "Garden", null, null), (2, "Herbs", 1, 7)], context.Beds.AsNoTracking().OrderBy(bed => bed.Id).ToList().Select(bed => (bed.Id, bed.Name, bed.ParentId, bed.FavouriteId)));
        var basil = Assert.Single(context.Plants.AsNoTracking().ToList());
        Assert.Equal((7, 2, 2.5m, 6), (basil.Id, basil.BedId, basil.Price, basil.Doubled));
        Assert.Equal(["20260101000000_Garden"], context.Database.GetAppliedMigrations());
    }
}
