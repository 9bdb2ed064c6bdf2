using MigrateBoth.Core;
using MigrateBoth.Core.Fixing;
using MigrateBoth.Core.Model;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Commands.Diff;
using MigrateBoth.Tool.Commands.Shared;

namespace MigrateBoth.Tool.Commands.Verify;

/// <summary>Determines whether databases have applied the last pair of migrations.</summary>
internal static class LastPairReader
{
    /// <summary>Reads the history tables; a database without one has applied no migration.</summary>
    /// <exception cref="Core.Errors.MigrateBothException">2: a database cannot be read.</exception>
    public static async Task<LastPair?> ReadAsync(IReadOnlyList<DiffOperand> databases, EnginePair<EngineModel> models, CommandContext context, CancellationToken cancellationToken)
    {
        var recorded = new List<(string, Engine, IReadOnlyList<string>)>();
        foreach (var database in databases)
        {
            var target = new DatabaseOption(database.Engine, database.Connection!).Resolve(context.Console.WorkingDirectory);
            var ids = await context.Services.HistoryTable(models[target.Engine]).ReadAsync(target.ConnectionString, cancellationToken).ConfigureAwait(false);
            recorded.Add((LiveDatabase.NameOf(target), target.Engine, ids ?? []));
        }

        return LastPair.Of(models, recorded);
    }
}
