using MigrateBoth.Testing;

namespace Divergent.Tests;

public sealed class DivergentDatabase : ParityDatabase<DivergentContext>;

/// <summary>
/// Every test here passes on both engines by its own assertions, while what it reads or writes differs. expected.json says which cause each
/// has to be reported with.
/// </summary>
public abstract class DivergentTest : IClassFixture<DivergentDatabase>
{
    private readonly DivergentDatabase _database;

    protected DivergentTest(DivergentDatabase database)
    {
        _database = database;
        database.Reset();
    }

    protected DivergentContext Open() => _database.CreateContext();

    protected async Task SaveAsync(params object[] entities)
    {
        await using var context = Open();
        context.AddRange(entities);
        await context.SaveChangesAsync();
    }

    /// <summary>Lets the engine refuse what it likes: the test is content either way.</summary>
    protected static async Task<bool> TryAsync(Func<Task> work)
    {
        try
        {
            await work();
            return true;
        }
        catch (Exception exception) when (exception is DbUpdateException or System.Data.Common.DbException or InvalidOperationException or NotSupportedException)
        {
            return false;
        }
    }
}
