using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;

namespace MigrateBoth.Tool.Commands.Init.Generating;

/// <summary>A project that has migrations for one engine alone.</summary>
internal static class MissingSide
{
    /// <summary>The engine without migrations where the other has some; null otherwise.</summary>
    public static Engine? Of(FoundLayout layout) =>
        (layout.Sqlite.Migrations.Count, layout.MySql.Migrations.Count) switch
        {
            (0, > 0) => Engine.Sqlite,
            ( > 0, 0) => Engine.MySql,
            _ => null,
        };

    /// <summary>
    /// Whether its first migration can be generated as things are. Two histories in one assembly are one to an application that does not tell
    /// them apart: writing the second would break it.
    /// </summary>
    public static bool IsReady(InitResult found) =>
        found.HasRuntimePackage
        || ((found.HasOwnMigrationsAssembly || found.Layout.Layout != MigrationsLayout.Folders) && found is { Sqlite: not null, MySql: not null });
}
