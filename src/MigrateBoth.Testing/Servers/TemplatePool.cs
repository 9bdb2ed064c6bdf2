using System.Collections.Concurrent;

namespace MigrateBoth.Testing.Servers;

/// <summary>
/// A template, made when it is first asked for, and the copies of it that nobody uses now. A test class rents a copy for itself; what it
/// returns is reset before the next one gets it, which is faster than another copy.
/// </summary>
internal sealed class TemplatePool(ITestServer server, Action<string> migrate)
{
    private readonly Lazy<ITestTemplate> _template = new(() => server.CreateTemplate(migrate));
    private readonly ConcurrentBag<ITestDatabase> _returned = [];

    /// <summary>A database that holds what the template holds.</summary>
    public ITestDatabase Rent()
    {
        while (_returned.TryTake(out var database))
        {
            try
            {
                database.Reset();
                return database;
            }
            catch (ParityDatabaseException)
            {
                // Its last user left a transaction behind. It stays aside and is removed with the others at the end.
            }
        }

        return _template.Value.CreateDatabase();
    }

    /// <summary>Takes a database back, used or not.</summary>
    public void Return(ITestDatabase database) => _returned.Add(database);
}
