using MigrateBoth.Core;
using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Scratch;
using MigrateBoth.Core.Stages;

namespace MigrateBoth.Tool.Commands.Diff;

/// <summary>The parts of a report about a comparison other than its findings.</summary>
internal static class DiffDescription
{
    private const string LockTable = "__EFMigrationsLock";

    /// <summary>The server of each engine; of two on one engine that of B, which is held against A.</summary>
    public static IReadOnlyDictionary<Engine, EngineInfo> Servers(DiffPair pair) => pair.Sides
        .Where(side => side.Server is not null)
        .GroupBy(side => side.Operand.Engine)
        .ToDictionary(group => group.Key, group => group.Last().Server!);

    /// <summary>What is left out on purpose.</summary>
    public static IReadOnlyList<string> Ignored(DiffPair pair)
    {
        var history = string.Join(", ", EngineNames.All
            .Where(engine => pair.Sides.Any(side => side.Operand.Engine == engine))
            .Select(engine => pair.Models?[engine].HistoryTable ?? LiveDatabaseReader.DefaultHistoryTable)
            .Distinct(StringComparer.Ordinal));
        var excluded = (pair.Models is { } models ? EngineNames.All.SelectMany(engine => models[engine].Tables) : [])
            .Where(table => table.IsExcludedFromMigrations)
            .Select(table => table.Name)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.Ordinal)
            .ToList();
        return
        [
            "rows",
            $"EF Core's own tables ({history}, {LockTable})",
            .. pair.Left.Operand.Engine != pair.Right.Operand.Engine && pair.Sides.Any(side => DiffStage.IsDeferring(side.Schema))
                ? ["when foreign keys are checked (Django defers it on SQLite, MySQL cannot)"] : Array.Empty<string>(),
            .. pair.Sides.Any(side => side.Operand.Source == DiffSource.Model) ? ["views and triggers, which a model does not make"] : Array.Empty<string>(),
            .. excluded.Count > 0 ? [$"tables that the model excludes from migrations ({string.Join(", ", excluded)})"] : Array.Empty<string>(),
            .. pair.LeftOut,
        ];
    }
}
