using System.Data.Common;

using MigrateBoth.Core;

namespace MigrateBoth.DesignHost.Describing;

/// <summary>Reads the version of the application's own SQLite library, which runs the migrations. The tool has another one.</summary>
internal static class EngineLibrary
{
    private const string Connection = "Microsoft.Data.Sqlite.SqliteConnection, Microsoft.Data.Sqlite";

    /// <summary>The version; null where the engine is a server, or the provider works with another driver.</summary>
    public static string? VersionOf(Engine engine)
    {
        // This driver's version is that of the library, and is known without opening anything.
        if (engine != Engine.Sqlite || Type.GetType(Connection) is not { } type)
        {
            return null;
        }

        using var connection = (DbConnection)Activator.CreateInstance(type)!;
        return connection.ServerVersion;
    }
}
