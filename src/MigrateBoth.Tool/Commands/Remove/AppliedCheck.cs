using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.Commands.Shared;

namespace MigrateBoth.Tool.Commands.Remove;

/// <summary>A database that has a migration applied cannot be reverted any more once its files are gone.</summary>
/// <param name="reader">Reads the history tables.</param>
/// <param name="force">Whether an applied migration is a warning instead of an error.</param>
internal sealed class AppliedCheck(DatabaseReader reader, bool force)
{
    /// <summary>Checks every given database.</summary>
    /// <returns>What <c>--force</c> passed over.</returns>
    /// <exception cref="MigrateBothException"><c>migration-applied</c>, or a database could not be reached.</exception>
    public async Task<IReadOnlyList<CommandWarning>> RunAsync(Func<Engine, string> idOn, IReadOnlyList<DatabaseTarget> databases, CancellationToken cancellationToken)
    {
        var answers = await Task.WhenAll(databases.Select(database => AskAsync(idOn(database.Engine), database, cancellationToken))).ConfigureAwait(false);
        return [.. answers.OfType<CommandWarning>()];
    }

    private async Task<CommandWarning?> AskAsync(string id, DatabaseTarget database, CancellationToken cancellationToken)
    {
        try
        {
            var plan = await reader.ReadAsync(database, cancellationToken).ConfigureAwait(false);
            if (!plan.Applied.Contains(id, StringComparer.OrdinalIgnoreCase))
            {
                return null;
            }
        }
        catch (MigrateBothException exception) when (force && exception.ExitCode == ExitCode.Incomplete)
        {
            return new CommandWarning("applied-not-checked", $"Whether {id} is applied to '{database.Display}' could not be checked: {exception.Message}");
        }

        return force
            ? new CommandWarning("migration-applied", $"{id} is applied to '{database.Display}' and stays applied there: --force removes files, it reverts no database.")
            : throw new MigrateBothException(
                ExitCode.Incomplete,
                "migration-applied",
                $"{id} is applied to '{database.Display}'. Nothing was changed.",
                "Revert it first ('dotnet migrate-both apply --to PREVIOUS'), or remove only the files with --force.");
    }
}
