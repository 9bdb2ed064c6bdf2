using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

using Shop.Data.Entities;

namespace Shop.Data.Interceptors;

/// <summary>
/// The concurrency token is an integer that the application counts up. A rowversion is never written by SQLite, so that lost
/// updates would go unnoticed there (S-20, S-22, C-43).
/// </summary>
internal sealed class VersionInterceptor : SaveChangesInterceptor
{
    public static VersionInterceptor Instance { get; } = new();

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        CountUp(eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        new(SavingChanges(eventData, result));

    private static void CountUp(DbContext context)
    {
        foreach (var entry in context.ChangeTracker.Entries<IVersioned>().Where(entry => entry.State == EntityState.Modified))
        {
            entry.Entity.Version++;
        }
    }
}
