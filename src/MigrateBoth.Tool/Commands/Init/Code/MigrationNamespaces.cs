using MigrateBoth.Core;

namespace MigrateBoth.Tool.Commands.Init.Code;

/// <summary>What the run-time package has to be told of the folders of migrations.</summary>
internal static class MigrationNamespaces
{
    /// <summary>The call that names the folders; null where they are called after their providers, which needs none.</summary>
    public static string? Of(FoundLayout layout)
    {
        var (sqlite, mySql) = (Segments(layout.Sqlite.Folder), Segments(layout.MySql.Folder));
        return IsSpeaking(sqlite, Engine.Sqlite) && IsSpeaking(mySql, Engine.MySql)
            ? null
            : $"MigrationNamespaces(sqlite: \"{string.Join('.', sqlite)}\", mySql: \"{string.Join('.', mySql)}\")";
    }

    private static string[] Segments(string folder) => folder.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries);

    private static bool IsSpeaking(string[] segments, Engine engine) => segments.Contains(engine.ToString(), StringComparer.OrdinalIgnoreCase);
}
