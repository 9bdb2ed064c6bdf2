using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MigrateBoth.DesignHost.Applying;

/// <summary>Is told what EF Core does while it migrates.</summary>
internal interface IMigrationWatcher
{
    /// <summary>A migration is about to be applied or reverted.</summary>
    void OnMigration(string eventName, MigrationEventData data);

    /// <summary>A command is about to run, has run or has failed.</summary>
    void OnCommand(string eventName, CommandEventData data);
}
