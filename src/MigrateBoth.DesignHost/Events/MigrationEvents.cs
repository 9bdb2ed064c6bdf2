using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MigrateBoth.DesignHost.Events;

/// <summary>Is told what EF Core does while it migrates.</summary>
internal interface IMigrationWatcher
{
    /// <summary>A migration is about to be applied or reverted.</summary>
    void OnMigration(string eventName, MigrationEventData data);

    /// <summary>A command is about to run, has run or has failed.</summary>
    void OnCommand(string eventName, CommandEventData data);
}

/// <summary>
/// Dispatches EF Core's diagnostic events to the watcher of the context they belong to. It needs no change of the application's options,
/// and an exception thrown by a watcher stops the command.
/// </summary>
internal sealed class MigrationEvents : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private static readonly string[] Wanted = [DbLoggerCategory.Migrations.Name, DbLoggerCategory.Database.Command.Name];

    private static readonly MigrationEvents Instance = new();

    private readonly ConcurrentDictionary<object, IMigrationWatcher> _watchers = new(ReferenceEqualityComparer.Instance);

    /// <summary>Listens until the process ends.</summary>
    public static void Install() => DiagnosticListener.AllListeners.Subscribe(Instance);

    /// <summary>Watches a context until the result is disposed.</summary>
    /// <param name="context">The context.</param>
    /// <param name="migrator">Its migrator: events of migrations name it instead of the context.</param>
    /// <param name="watcher">Who is told.</param>
    public static IDisposable Watch(DbContext context, object migrator, IMigrationWatcher watcher)
    {
        Instance._watchers[context] = watcher;
        Instance._watchers[migrator] = watcher;
        return new Subscription(context, migrator);
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            // EF Core creates event data only for events that have a subscriber.
            value.Subscribe(this, name => Wanted.Any(category => name.StartsWith(category, StringComparison.Ordinal)));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        switch (value.Value)
        {
            case MigrationEventData data when _watchers.TryGetValue(data.Migrator, out var watcher):
                watcher.OnMigration(value.Key, data);
                break;
            case CommandEventData { Context: { } context } data when _watchers.TryGetValue(context, out var watcher):
                watcher.OnCommand(value.Key, data);
                break;
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    private sealed class Subscription(object context, object migrator) : IDisposable
    {
        public void Dispose()
        {
            Instance._watchers.TryRemove(context, out _);
            Instance._watchers.TryRemove(migrator, out _);
        }
    }
}
