using System.Data.Common;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using MigrateBoth.EntityFrameworkCore.ProviderMigrations;

namespace MigrateBoth.DesignHost.Contexts;

/// <summary>The application tried to open its own database at design time.</summary>
internal sealed class ApplicationDatabaseException() : Exception(
    "The application opens its database while its context or model is made. At design time it may not exist.");

/// <summary>
/// Prevents contexts from using the application's own database: only a context with another connection string may connect. Constructors that
/// call <c>Migrate()</c> or <c>EnsureCreated()</c> exist; on SQLite they get an empty database in memory instead, on MySQL there is
/// nothing to give them and they fail (<see cref="ContextConstruction"/> says what becomes of the context).
/// </summary>
internal sealed class ApplicationDatabaseGuard : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private static readonly ConditionalWeakTable<DbContext, object> Allowed = [];
    private static readonly ConditionalWeakTable<object, DbConnection> Substitutes = [];

    /// <summary>Stands guard until the process ends.</summary>
    public static void Install()
    {
        DiagnosticListener.AllListeners.Subscribe(new ApplicationDatabaseGuard());
        DirectConnectionGuard.Install();
    }

    /// <summary>Allows a context to connect, after its connection string was replaced.</summary>
    public static void Allow(DbContext context) => Allowed.AddOrUpdate(context, context);

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            value.Subscribe(this);
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == CoreEventId.ContextInitialized.Name && value.Value is ContextInitializedEventData { Context: { } initialized })
        {
            ContextConstruction.Saw(initialized);
        }
        else if (value.Key == RelationalEventId.ConnectionOpening.Name
            && value.Value is ConnectionEventData data
            && (data.Context is null || !Allowed.TryGetValue(data.Context, out _)))
        {
            Divert(data.Connection, (object?)data.Context ?? data.Connection);
        }
        else if (value.Key == RelationalEventId.ConnectionOpened.Name && value.Value is ConnectionEndEventData { Context: { } context } opened && Allowed.TryGetValue(context, out _))
        {
            Prepare(opened.Connection);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    private static void Prepare(DbConnection connection)
    {
        if (connection.GetType().Name != "SqliteConnection")
        {
            using var command = connection.CreateCommand();
            command.CommandText = SessionSettings.Statement(connection);
            command.ExecuteNonQuery();
        }
    }

    private static void Divert(DbConnection connection, object owner)
    {
        if (connection.GetType().Name != "SqliteConnection")
        {
            throw new ApplicationDatabaseException();
        }

        connection.ConnectionString = Substitutes.GetValue(owner, _ => Substitute(connection.GetType())).ConnectionString;
    }

    // Shared and held open: what a constructor has created is still there when it opens its connection again to fill it.
    private static DbConnection Substitute(Type connectionType)
    {
        var substitute = (DbConnection)Activator.CreateInstance(connectionType)!;
        substitute.ConnectionString = $"Data Source=migrateboth-{Guid.NewGuid():N};Mode=Memory;Cache=Shared";
        substitute.Open();
        return substitute;
    }
}
