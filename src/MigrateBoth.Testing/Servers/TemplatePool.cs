using System.Collections.Concurrent;

using MigrateBoth.Testing.Recording;

namespace MigrateBoth.Testing.Servers;

/// <summary>
/// A template, made when it is first asked for, and the copies of it that nobody uses now. A test class rents a copy for itself; what it
/// returns is reset before the next one gets it, which is faster than another copy.
/// </summary>
internal sealed class TemplatePool(ITestServer server, Action<string> migrate)
{
    private readonly Lazy<ITestTemplate> _template = new(() => Obstacles.Guard(
        "The migrations could not be applied to the database that the tests' databases are copied from", () => server.CreateTemplate(migrate)));
    private readonly ConcurrentBag<ITestDatabase> _returned = [];

    /// <summary>A database that holds what the template holds.</summary>
    public ITestDatabase Rent()
    {
        while (_returned.TryTake(out var database))
        {
            try
            {
                return Obstacles.Guard("A database of tests could not be reset", () =>
                {
                    database.Reset();
                    return database;
                });
            }
            catch (ParityDatabaseException e) when (!Obstacles.IsOne(e))
            {
                // Its last user left a transaction behind. It stays aside and is removed with the others at the end.
            }
        }

        var template = _template.Value;
        return Obstacles.Guard("A database for tests could not be made", template.CreateDatabase);
    }

    /// <summary>Takes a database back, used or not.</summary>
    public void Return(ITestDatabase database)
    {
        database.Release();
        _returned.Add(database);
    }
}
