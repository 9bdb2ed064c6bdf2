using MigrateBoth.Core;
using MigrateBoth.Core.SelfTest;
using MigrateBoth.MySql.SelfTest;
using MigrateBoth.Sqlite.SelfTest;

namespace MigrateBoth.Tool.Verification.SelfTest;

/// <summary>All kinds of defects that <c>verify --self-test</c> plants.</summary>
internal static class DefectCatalogue
{
    /// <summary>Both engines' kinds.</summary>
    public static IReadOnlyList<DefectKind> All { get; } = [.. SqliteDefects.All, .. MySqlDefects.All];

    /// <summary>An engine's words.</summary>
    public static PlantingTerms Terms(Engine engine) => engine == Engine.Sqlite ? SqliteDefects.Terms : MySqlDefects.Terms;
}
