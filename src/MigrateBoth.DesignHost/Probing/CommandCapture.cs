using MigrateBoth.DesignHost.Applying;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MigrateBoth.DesignHost.Probing;

/// <summary>The last commands of a context, for the examples of findings.</summary>
internal sealed class CommandCapture : IMigrationWatcher
{
    /// <summary>The last command.</summary>
    public string? Last { get; private set; }

    /// <summary>The last command that wrote a row.</summary>
    public string? LastWrite { get; private set; }

    /// <summary>Begins to listen.</summary>
    public IDisposable Watch(DbContext context) => MigrationEvents.Watch(context, this, this);

    public void OnMigration(string name, MigrationEventData data)
    {
    }

    public void OnCommand(string name, CommandEventData data)
    {
        if (name == RelationalEventId.CommandExecuting.Name)
        {
            Last = data.Command.CommandText;
            LastWrite = data.CommandSource == CommandSource.SaveChanges ? Last : LastWrite;
        }
    }
}
