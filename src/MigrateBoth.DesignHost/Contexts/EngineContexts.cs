using System.Collections.Concurrent;

using MigrateBoth.Core.Errors;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

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
    private bool _isResolving;

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
                _isResolving = true;
                try
                {
                    _source = resolver.Resolve();
                }
                finally
                {
                    _isResolving = false;
                }

                return new RentedContext(this, _source.First, resolver, _source);
            }

            return new RentedContext(this, _source.Another(), resolver, _source);
        }
    }

    /// <inheritdoc cref="ContextResolver.AllTypes"/>
    public IReadOnlyList<Type> AllTypes()
    {
        lock (Making)
        {
            return resolver.AllTypes();
        }
    }

    /// <summary>The options that the application itself configures for this engine; null when it configures none.</summary>
    public IDbContextOptions? ApplicationOptions()
    {
        // The caller creates the other engine's context and holds its lock. Return null when the two engines would call each other in a cycle.
        if (_isResolving)
        {
            return null;
        }

        try
        {
            using var context = Rent();
            return _source!.Missing is null ? context.Service<IDbContextOptions>() : null;
        }
        catch (MigrateBothException)
        {
            // This engine's own requests meet and report the same.
            return null;
        }
    }

    public void Return(DbContext context) => _idle.Add(context);
}
