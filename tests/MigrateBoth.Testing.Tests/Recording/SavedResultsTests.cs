using MigrateBoth.Core.Recordings;
using MigrateBoth.Testing.Servers.MySql;
using MigrateBoth.Testing.Servers.Sqlite;
using MigrateBoth.Testing.Tests.Garden;
using MigrateBoth.Testing.Tests.Servers;

namespace MigrateBoth.Testing.Tests.Recording;

/// <summary>What a save reads back belongs to the rows of its own statement, however an engine batches the statements.</summary>
[Collection(nameof(MySqlServer))]
public sealed class SavedResultsTests(MySqlServer server)
{
    [MySqlFact]
    public void Keys_of_several_types_saved_at_once_are_those_of_their_own_tables()
    {
        Dictionary<string, string> expected = new()
        {
            ["Beds.Id GeneratedKey"] = "n:3 n:4",
            ["Plants.Id GeneratedKey"] = "n:8 n:9",
            // Two new ones, and the one whose quantity changed.
            ["Plants.Doubled StoreGenerated"] = "n:20 n:22 n:24",
        };

        var sqlite = Save(OnSqlite(), SaveSeveralTypes);
        var mySql = Save(OnMySql(), SaveSeveralTypes);

        Assert.Equal(expected, Made(sqlite));
        Assert.Equal(expected, Made(mySql));
        // Else the batch, which this is about, was none.
        Assert.Contains(mySql, command => command.MoreResults is { Count: > 0 });
    }

    [MySqlFact]
    public void Keys_of_a_large_save_are_all_kept()
    {
        var count = RecordingFormat.MaximumRows + 50;
        var expected = string.Join(' ', Enumerable.Range(3, count).Select(id => $"n:{id}"));

        foreach (var garden in new[] { OnSqlite(), OnMySql() })
        {
            var commands = Save(garden, context => context.AddRange(Enumerable.Range(0, count).Select(number => new Bed { Name = $"Bed {number}" })));
            Assert.Equal(expected, Made(commands)["Beds.Id GeneratedKey"]);
        }
    }

    [MySqlFact]
    public async Task A_save_that_waits_is_recorded_as_one_that_does_not()
    {
        foreach (var garden in new[] { OnSqlite(), OnMySql() })
        {
            using (garden)
            {
                await using (var context = garden.NewContext())
                {
                    SaveSeveralTypes(context);
                    await context.SaveChangesAsync();
                }

                Assert.Equal(3, Made(Commands(garden)).Count);
            }
        }
    }

    private static RecordedGarden OnSqlite() =>
        new(SqliteTestServer.Start(Path.Combine(Path.GetTempPath(), $"migrateboth-testing-tests-{Environment.ProcessId}-saved")));

    private RecordedGarden OnMySql() => new(MySqlTestServer.Start(server.ConnectionString));

    private static void SaveSeveralTypes(GardenContext context)
    {
        context.AddRange(new Bed { Name = "A" }, new Plant { BedId = 1, Name = "X", Quantity = 10 }, new Bed { Name = "B" }, new Plant { BedId = 2, Name = "Y", Quantity = 11 });
        context.Plants.Single(plant => plant.Id == 7).Quantity = 12;
    }

    private static List<RecordedCommand> Save(RecordedGarden garden, Action<GardenContext> change)
    {
        using (garden)
        {
            using (var context = garden.NewContext())
            {
                change(context);
                context.SaveChanges();
            }

            return Commands(garden);
        }
    }

    private static List<RecordedCommand> Commands(RecordedGarden garden) =>
        [.. garden.Finish().Tests.Single().Steps.OfType<RecordedCommand>().Where(command => command.Source == CommandSource.Save)];

    // By column, the values in their order, but updates behind inserts: engines are free in that.
    private static Dictionary<string, string> Made(IEnumerable<RecordedCommand> commands) => commands
        .SelectMany(command => command.Results)
        .SelectMany(result => result.Columns.SelectMany((column, ordinal) => result.Rows.Select(row => (Column: column, Value: row[ordinal]))))
        .Where(cell => cell.Column.Origin is not null)
        .GroupBy(cell => $"{cell.Column.Origin} {cell.Column.Role}")
        .ToDictionary(group => group.Key, group => string.Join(' ', group.Select(cell => cell.Value).OrderBy(value => value!.Length).ThenBy(value => value, StringComparer.Ordinal)));
}
