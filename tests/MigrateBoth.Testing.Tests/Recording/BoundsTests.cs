using MigrateBoth.Core.Recordings;
using MigrateBoth.Testing.Servers.Sqlite;

using Microsoft.EntityFrameworkCore;

namespace MigrateBoth.Testing.Tests.Recording;

/// <summary>What the recorder holds in memory does not grow with what a test does. Alone, because it looks at the memory of the whole process.</summary>
[Collection(nameof(BoundsTests))]
public sealed class BoundsTests : IDisposable
{
    private const long Megabyte = 1_000_000;

    private readonly RecordedGarden _garden = new(SqliteTestServer.Start(Path.Combine(Path.GetTempPath(), $"migrateboth-testing-tests-{Environment.ProcessId}-bounds")));

    [Fact]
    public void Reading_a_long_result_takes_no_more_memory_than_its_beginning()
    {
        const int Rows = 200_000;
        long early = 0, late = 0;
        using (var context = _garden.NewContext())
        {
            foreach (var row in context.Database.SqlQuery<Line>(
                $"WITH RECURSIVE n(Id) AS (SELECT 1 UNION ALL SELECT Id + 1 FROM n WHERE Id < {Rows}) SELECT Id, 'a text that is as long as texts are: ' || Id AS Text FROM n"))
            {
                if (row.Id == 1_000)
                {
                    early = Retained();
                }
                else if (row.Id == Rows)
                {
                    late = Retained();
                }
            }
        }

        // The texts alone would be twenty megabytes.
        Assert.InRange(late - early, long.MinValue, Megabyte);
        var command = Assert.IsType<RecordedCommand>(Assert.Single(Assert.Single(_garden.Finish().Tests).Steps));
        Assert.Equal((RecordingFormat.MaximumRows, Rows, Rows - RecordingFormat.MaximumRows), (command.Rows.Count, command.RowCount, command.Rest!.Count));
    }

    [Fact]
    public void Many_commands_go_to_the_file_and_not_to_memory()
    {
        using (var context = _garden.NewContext())
        {
            Count(context, 500);
            var (early, written) = (Retained(), _garden.FileLength);

            Count(context, 5_000);

            Assert.InRange(Retained() - early, long.MinValue, Megabyte);
            Assert.InRange(_garden.FileLength - written, 2 * Megabyte, long.MaxValue);
        }

        Assert.Equal(5_500, Assert.Single(_garden.Finish().Tests).Steps.Count);
    }

    public void Dispose() => _garden.Dispose();

    private static void Count(Garden.GardenContext context, int times)
    {
        for (var i = 0; i < times; i++)
        {
            _ = context.Beds.AsNoTracking().Where(bed => bed.Name != "none").Select(bed => bed.Name).ToList();
        }
    }

    private static long Retained()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    public sealed record Line(long Id, string Text);
}

[CollectionDefinition(nameof(BoundsTests), DisableParallelization = true)]
public sealed class BoundsDefinition;
