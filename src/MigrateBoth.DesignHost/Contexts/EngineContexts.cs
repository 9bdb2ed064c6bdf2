using System.Collections.Concurrent;

using Microsoft.EntityFrameworkCore;

namespace MigrateBoth.DesignHost.Contexts;

/// <summary>
/// Contexts of one engine. A context serves one request at a time, because it is not made for more; requests that run at once
/// get one each, and an idle one is used again.
/// </summary>
internal sealed class EngineContexts(ContextResolver resolver)
{
    // Making a context sets environment variables, which are the whole process's: one at a time for both engines.
    private static readonly object Making = new();

    private readonly ConcurrentBag<DbContext> _idle = [];
    private ContextSource? _source;

    public RentedContext Rent()
    {
        if (_idle.TryTake(out var idle))
        {
            return new RentedContext(this, idle, resolver, _source!);
        }

        lock (Making)
        {
            if (_source is null)
            {
                _source = resolver.Resolve();
                return new RentedContext(this, _source.First, resolver, _source);
            }

            return new RentedContext(this, _source.Another(), resolver, _source);
        }
    }

    public void Return(DbContext context) => _idle.Add(context);
}
