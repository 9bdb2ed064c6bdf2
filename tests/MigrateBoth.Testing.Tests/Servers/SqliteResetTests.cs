using MigrateBoth.Testing.Leftovers;
using MigrateBoth.Testing.Servers.Sqlite;

namespace MigrateBoth.Testing.Tests.Servers;

public sealed class SqliteResetTests() : ResetSpecification(SqliteTestServer.Start(s_parent))
{
    private static readonly string s_parent = Path.Combine(Path.GetTempPath(), $"migrateboth-testing-tests-{Environment.ProcessId}");

    [Fact]
    public void The_end_removes_every_file()
    {
        using (var context = Garden.NewContext(Garden.CreateDatabase()))
        {
            Assert.Equal(2, context.Beds.Count());
        }

        var directory = Path.GetDirectoryName(new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(Garden.CreateDatabase().ConnectionString).DataSource)!;
        Assert.True(Directory.Exists(directory));
        Garden.Dispose();

        Assert.False(Directory.Exists(directory));
    }

    [Fact]
    public void What_a_dead_process_left_is_swept_and_what_a_living_one_uses_is_not()
    {
        var parent = Path.Combine(s_parent, "sweep");
        var dead = Directory.CreateDirectory(Path.Combine(parent, "1-dead")).FullName;
        File.WriteAllText(Path.Combine(dead, "owner.lock"), "");
        File.WriteAllText(Path.Combine(dead, "test1.db"), "");
        using var living = RunDirectory.Create(parent);
        var beginning = Directory.CreateDirectory(Path.Combine(parent, "2-begins")).FullName;

        RunDirectory.Sweep(parent);

        Assert.False(Directory.Exists(dead));
        Assert.True(Directory.Exists(living.Path));
        Assert.True(Directory.Exists(beginning));
    }

    public override void Dispose()
    {
        base.Dispose();
        if (Directory.Exists(s_parent) && !Directory.EnumerateDirectories(s_parent).Any(directory => !directory.EndsWith("sweep", StringComparison.Ordinal)))
        {
            Directory.Delete(s_parent, recursive: true);
        }
    }
}
