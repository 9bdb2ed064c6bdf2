using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Rules.Unverified;
using MigrateBoth.Core.Stages;

namespace MigrateBoth.Core.Rules.Applied;

/// <summary>MB122: a database without a history table.</summary>
internal static class NoHistoryTable
{
    public static Notice Rule { get; } = new("MB122", "Database records no migrations", Severity.Error);

    public static Finding Of(EngineModel model, string database) =>
        Rule.About(StageNames.History, new ObjectPath(model.HistoryTable), ObjectKind.Table, new Explanation(
            $"{database} has no table {model.HistoryTable}, so that nothing says which migrations were applied; migrating it would begin with the first one.",
            "If a script or EnsureCreated() made the database, record what it contains: 'dotnet migrate-both script --idempotent' shows the INSERTs. If the application keeps its history elsewhere, configure MigrationsHistoryTable for the design-time context too."),
            model.Engine);
}
