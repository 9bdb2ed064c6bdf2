using MigrateBoth.Core.Recordings;
using MigrateBoth.Testing.Servers.MySql;
using MigrateBoth.Testing.Servers.Sqlite;
using MigrateBoth.Testing.Tests.Garden;
using MigrateBoth.Testing.Tests.Servers;

using Microsoft.EntityFrameworkCore;

namespace MigrateBoth.Testing.Tests.Recording;

[Collection(nameof(MySqlServer))]
public sealed class RecorderTests(MySqlServer server)
{
    private static readonly Guid s_tag = Guid.Parse("AABBCCDD-0000-4000-8000-00000000000A", System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public void A_query_is_recorded_with_shape_tags_order_columns_and_rows()
    {
        using var garden = OnSqlite();
        using (var context = garden.NewContext())
        {
            var name = "Herbs";
            _ = context.Beds.TagWith("for the map").Where(bed => bed.Name == name).OrderBy(bed => bed.Name).ToList();
        }

        var command = Assert.IsType<RecordedCommand>(Assert.Single(Assert.Single(garden.Finish().Tests).Steps));
        Assert.Equal((CommandKind.Reader, CommandSource.Linq), (command.Kind, command.Source));
        Assert.Equal(["for the map"], command.Tags);
        Assert.Equal("DbSet<Bed>() .TagWith(\"for the map\") .Where(bed => bed.Name == __name_0) .OrderBy(bed => bed.Name)", command.Shape);
        Assert.Equal("\"b\".\"Name\"", command.OrderBy);
        Assert.DoesNotContain("migrateboth", command.Sql, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(["s:Herbs"], command.Parameters);
        Assert.Equal(
            [("Beds.Id", ColumnRole.GeneratedKey), ("Beds.FavouriteId", ColumnRole.GeneratedReference), ("Beds.Name", ColumnRole.Value), ("Beds.ParentId", ColumnRole.GeneratedReference)],
            command.Columns.Select(column => (column.Origin, column.Role)));
        Assert.Equal(["n:2", "n:7", "s:Herbs", "n:1"], Assert.Single(command.Rows));
    }

    [Fact]
    public void The_tag_that_carries_the_shape_is_not_sent_to_the_database()
    {
        using var garden = OnSqlite();
        using var context = garden.NewContext();
        var sent = new List<string>();
        using var listener = new CommandTexts(sent);
        using var observed = System.Diagnostics.DiagnosticListener.AllListeners.Subscribe(listener);

        _ = context.Beds.Count();

        Assert.NotEmpty(sent);
        Assert.DoesNotContain(sent, text => text.Contains("migrateboth:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Unread_values_and_null_are_distinguished()
    {
        using var garden = OnSqlite();
        await using (var context = garden.NewContext())
        {
            await context.Beds.OrderBy(bed => bed.Id).ToListAsync();
            await context.Beds.OrderBy(bed => bed.Id).ToListAsync(); // Known already: only keys are read.
        }

        var steps = garden.Finish().Tests.Single().Steps.Cast<RecordedCommand>().ToList();
        Assert.Equal(["n:1", null, "s:Garden", null], steps[0].Rows[0]);
        Assert.Equal(["n:1", "-", "-", "-"], steps[1].Rows[0]);
    }

    [Fact]
    public void Rows_beyond_the_bound_are_digested_so_that_the_last_one_still_counts()
    {
        var first = Digest(500, last: "x");
        var second = Digest(500, last: "y");

        Assert.Equal((RecordingFormat.MaximumRows, 500, 300), (first.Rows.Count, first.RowCount, first.Rest!.Count));
        Assert.NotEqual(first.Rest.Ordered, second.Rest!.Ordered);
        Assert.NotEqual(first.Rest.Unordered, second.Rest.Unordered);
        Assert.Equal(first.Rest.Columns[0], second.Rest.Columns[0]);
        Assert.NotEqual(first.Rest.Columns[1], second.Rest.Columns[1]);
    }

    [Fact]
    public void Digests_tell_another_order_from_other_rows()
    {
        var columns = new[] { new RecordedColumn("Name", null, ColumnRole.Value), new RecordedColumn("Id", null, ColumnRole.GeneratedKey) };
        RowsDigest Of(params string?[][] rows)
        {
            var digest = new Testing.Recording.RestDigest(columns);
            Array.ForEach(rows, digest.Add);
            return digest.ToDigest();
        }

        var one = Of(["a", "1"], ["b", "2"], [null, "3"]);
        var turned = Of(["b", "8"], ["a", "9"], [null, "7"]);
        var other = Of(["a", "1"], ["b", "2"], ["", "3"]);

        Assert.NotEqual(one.Ordered, turned.Ordered);
        Assert.Equal(one.Unordered, turned.Unordered);
        Assert.NotEqual(one.Unordered, other.Unordered);
    }

    [MySqlFact]
    public void The_same_values_are_the_same_text_on_both_engines()
    {
        var sqlite = Everything(OnSqlite());
        var mySql = Everything(OnMySql());

        Assert.Equal(sqlite, mySql);
        Assert.Contains("n:1.1|n:5|n:10|dt:2026-03-14T12:00:00.123456|g:aabbccdd-0000-4000-8000-00000000000a|s:Rosé 🌹", sqlite, StringComparison.Ordinal);
    }

    [MySqlFact]
    public void The_same_failures_are_of_the_same_class_on_both_engines()
    {
        FailureClass[] expected = [FailureClass.Unique, FailureClass.ForeignKey, FailureClass.Check, FailureClass.NotNull, FailureClass.Concurrency, FailureClass.Sql];

        Assert.Equal(expected, Failures(OnSqlite()));
        Assert.Equal(expected, Failures(OnMySql()));
    }

    [MySqlFact]
    public void Transactions_and_savepoints_are_recorded_alike_on_both_engines()
    {
        string[] expected = ["Begin", "Savepoint", "RollbackToSavepoint", "Commit", "Begin", "Rollback"];

        Assert.Equal(expected, Transactions(OnSqlite()));
        Assert.Equal(expected, Transactions(OnMySql()));
    }

    [Fact]
    public void A_save_says_what_was_to_be_saved_and_its_commands_belong_to_it()
    {
        using var garden = OnSqlite();
        using (var context = garden.NewContext())
        {
            context.Remove(context.Plants.Single());
            context.AddRange(new Bed { Name = "A" }, new Bed { Name = "B" });
            context.Beds.Single(bed => bed.Id == 2).FavouriteId = null;
            Assert.Equal(4, context.SaveChanges());
        }

        var steps = garden.Finish().Tests.Single().Steps;
        var save = Assert.Single(steps.OfType<RecordedSave>());
        Assert.Equal([new SavedEntities("Bed", 2, 1, 0), new SavedEntities("Plant", 0, 0, 1)], save.Entities);
        Assert.Equal(4, save.RowsAffected);
        var commands = steps.OfType<RecordedCommand>().Where(command => command.Source == CommandSource.Save).ToList();
        Assert.NotEmpty(commands);
        Assert.All(commands, command => Assert.Equal(save.Sequence, command.Save));
    }

    [Fact]
    public async Task Raw_and_bulk_commands_say_how_many_rows_they_changed()
    {
        using var garden = OnSqlite();
        await using (var context = garden.NewContext())
        {
            await context.Beds.ExecuteUpdateAsync(set => set.SetProperty(bed => bed.Name, "Same"));
            await context.Database.ExecuteSqlAsync($"UPDATE Beds SET Name = {"Other"} WHERE Id = {1}");
        }

        Assert.Equal(
            [(CommandSource.Bulk, 2), (CommandSource.RawCommand, 1)],
            garden.Finish().Tests.Single().Steps.Cast<RecordedCommand>().Select(command => (command.Source, command.RowsAffected)));
    }

    [Fact]
    public void An_exception_in_the_middle_of_the_rows_is_recorded_with_the_rows_before_it()
    {
        using var garden = OnSqlite();
        using (var context = garden.NewContext())
        {
            Assert.ThrowsAny<Exception>(() => context.Database.SqlQueryRaw<long>("SELECT 1 AS Value UNION ALL SELECT abs(-9223372036854775808)").ToList());
        }

        var command = Assert.IsType<RecordedCommand>(Assert.Single(garden.Finish().Tests.Single().Steps));
        Assert.NotNull(command.Failure);
        Assert.Equal(["n:1"], Assert.Single(command.Rows));
    }

    private static RecordedGarden OnSqlite() =>
        new(SqliteTestServer.Start(Path.Combine(Path.GetTempPath(), $"migrateboth-testing-tests-{Environment.ProcessId}-recorder")));

    private RecordedGarden OnMySql() => new(MySqlTestServer.Start(server.ConnectionString));

    private static RecordedCommand Digest(int count, string last)
    {
        using var garden = OnSqlite();
        using (var context = garden.NewContext())
        {
            _ = context.Database.SqlQuery<Row>(
                $"WITH RECURSIVE n(Id) AS (SELECT 1 UNION ALL SELECT Id + 1 FROM n WHERE Id < {count}) SELECT Id AS Id, CASE WHEN Id = {count} THEN {last} ELSE 'same' END AS Text FROM n").ToList();
        }

        return Assert.IsType<RecordedCommand>(Assert.Single(garden.Finish().Tests.Single().Steps));
    }

    private static string Everything(RecordedGarden garden)
    {
        using (garden)
        {
            using (var context = garden.NewContext())
            {
                context.Add(new Plant
                {
                    BedId = 1,
                    Name = "Rosé 🌹",
                    Price = 1.10m,
                    Quantity = 5,
                    PlantedAt = new DateTime(2026, 3, 14, 12, 0, 0, DateTimeKind.Utc).AddTicks(1_234_560),
                    Tag = s_tag,
                });
                context.SaveChanges();
            }

            using (var context = garden.NewContext())
            {
                _ = context.Plants.OrderBy(plant => plant.Id).Select(plant => new { plant.Price, plant.Quantity, plant.Doubled, plant.PlantedAt, plant.Tag, plant.Name }).ToList();
                _ = context.Plants.Count(plant => plant.Tag == s_tag);
                _ = context.Plants.Any(plant => plant.Price > 1.05m);
                _ = context.Plants.Average(plant => plant.Quantity);
                _ = context.Beds.Select(bed => bed.ParentId).OrderBy(id => id).ToList();
            }

            return string.Join('\n', garden.Finish().Tests.Single().Steps.OfType<RecordedCommand>().Where(command => command.Source == CommandSource.Linq)
                .SelectMany(command => command.Rows.Select(row => $"{command.Shape}: {string.Join('|', row)}")));
        }
    }

    private static List<FailureClass> Failures(RecordedGarden garden)
    {
        using (garden)
        {
            void Fail(Action<GardenContext> use)
            {
                using var context = garden.NewContext();
                Assert.ThrowsAny<Exception>(() => use(context));
            }

            Fail(context => Save(context, new Plant { BedId = 1, Name = "Basil" }));
            Fail(context => Save(context, new Plant { BedId = 99, Name = "Nowhere" }));
            Fail(context => Save(context, new Plant { BedId = 1, Name = "Less", Quantity = -1 }));
            Fail(context => context.Database.ExecuteSqlRaw("UPDATE Beds SET Name = NULL"));
            Fail(context =>
            {
                context.Remove(new Bed { Id = 42, Name = "Not there" });
                context.SaveChanges();
            });
            Fail(context => context.Database.ExecuteSqlRaw("SELECT * FROM Nothing"));
            return [.. garden.Finish().Tests.Single().Steps.Where(step => step.Failure is not null && !(step is RecordedCommand { Source: CommandSource.Save })).Select(step => step.Failure!.Class)];
        }
    }

    private static List<string> Transactions(RecordedGarden garden)
    {
        using (garden)
        {
            using (var context = garden.NewContext())
            {
                using (var transaction = context.Database.BeginTransaction())
                {
                    transaction.CreateSavepoint("half");
                    context.Beds.ExecuteUpdate(set => set.SetProperty(bed => bed.Name, "Undone"));
                    transaction.RollbackToSavepoint("half");
                    transaction.Commit();
                }

                using var other = context.Database.BeginTransaction();
                other.Rollback();
            }

            return [.. garden.Finish().Tests.Single().Steps.OfType<RecordedTransaction>().Select(step => step.Action.ToString())];
        }
    }

    private static void Save(GardenContext context, Plant plant)
    {
        context.Add(plant);
        context.SaveChanges();
    }

    public sealed record Row(long Id, string Text);
}
