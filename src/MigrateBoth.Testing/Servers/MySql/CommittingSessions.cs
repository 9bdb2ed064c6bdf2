using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using MigrateBoth.Testing.Leftovers;

namespace MigrateBoth.Testing.Servers.MySql;

/// <summary>
/// Turns autocommit on in the application's sessions, for a server that is started with it off: EF Core saves a single statement without a
/// transaction, and what it wrote would be gone with the connection.
/// </summary>
internal sealed class CommittingSessions : DbConnectionInterceptor
{
    private const string Statement = "SET SESSION autocommit = 1";

    /// <inheritdoc />
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => connection.Execute(Statement);

    /// <inheritdoc />
    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        connection.Execute(Statement);
        return Task.CompletedTask;
    }

    /// <summary>Does the same for a context whose options are not ours to add to.</summary>
    public static void Watch(DbContext context) => context.Database.GetDbConnection().StateChange += (sender, change) =>
    {
        if (change.CurrentState == ConnectionState.Open)
        {
            ((DbConnection)sender).Execute(Statement);
        }
    };
}
