using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using MigrateBoth.EntityFrameworkCore.ProviderMigrations;
using MigrateBoth.Testing.Leftovers;

namespace MigrateBoth.Testing.Servers.MySql;

/// <summary>Sets the session variables that EF Core and the driver depend on, for a server with other defaults.</summary>
internal sealed class ApplicationSessions : DbConnectionInterceptor
{
    /// <inheritdoc />
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => connection.Execute(SessionSettings.Statement(connection));

    /// <inheritdoc />
    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }

    /// <summary>Does the same for a context whose options are not ours to add to.</summary>
    public static void Watch(DbContext context) => context.Database.GetDbConnection().StateChange += (sender, change) =>
    {
        if (change.CurrentState == ConnectionState.Open)
        {
            var connection = (DbConnection)sender;
            connection.Execute(SessionSettings.Statement(connection));
        }
    };
}
