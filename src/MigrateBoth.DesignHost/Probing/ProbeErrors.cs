using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using MigrateBoth.Core.Protocol;
using MigrateBoth.DesignHost.Errors;
using MigrateBoth.DesignHost.Events;

namespace MigrateBoth.DesignHost.Probing;

/// <summary>Describes what was thrown in the terms in which both engines are compared.</summary>
internal static class ProbeErrors
{
    public static ProbeError Of(Exception exception)
    {
        var root = Fault.Unwrap(exception);
        return root switch
        {
            // It passes every probe that catches it.
            ServerLostException => throw root,
            _ when Fault.IsServerLost(root) => throw new ServerLostException(root),
            RowNotMadeException { InnerException: { } inner } noRow => new ProbeError(ProbeErrorKind.NoRow, inner.GetType().Name, $"{noRow.Message}: {Said(inner)}"),
            NothingShownException nothing => new ProbeError(ProbeErrorKind.NotShown, nameof(NothingShownException), nothing.Message),
            DbUpdateException or DbException => new ProbeError(ProbeErrorKind.Database, root.GetType().IsSubclassOf(typeof(DbException)) ? nameof(DbException) : root.GetType().Name, Said(root)),
            _ => new ProbeError(IsTranslation(root) ? ProbeErrorKind.Translation : ProbeErrorKind.Exception, root.GetType().Name, Said(root)),
        };
    }

    private static bool IsTranslation(Exception exception) =>
        exception is NotSupportedException
        || (exception is InvalidOperationException && exception.Message.Contains("could not be translated", StringComparison.Ordinal));

    private static string Said(Exception exception)
    {
        var text = Fault.OfDatabase(exception) is { } database ? Fault.DescribeDatabase(database) : Fault.Describe(exception);
        var line = text.ReplaceLineEndings(" ");
        return line.Length > 400 ? line[..400] + "…" : line;
    }
}

/// <summary>The server failed while it was probed: no answer of the application's, and no other probe can be answered.</summary>
internal sealed class ServerLostException(Exception cause) : Exception("The server failed while the application's queries were run.", cause);

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
