using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Protocol;
using MigrateBoth.Core.Rules.Unverified;
using MigrateBoth.Core.Scratch;

namespace MigrateBoth.Tool.Verification;

/// <summary>Inspects a server before and after its migrations run, and reports what they changed outside their database.</summary>
/// <param name="server">The server.</param>
/// <param name="operations">What each migration does; asked only when something changed.</param>
/// <param name="before">The first look.</param>
internal sealed class OutsideWatch(IScratchServer server, Func<CancellationToken, Task<IReadOnlyList<MigrationOperations>>> operations, IReadOnlyList<OutsideObject> before)
{
    private const int Named = 20;

    /// <summary>The first look.</summary>
    public static async Task<OutsideWatch> BeginAsync(
        IScratchServer server, Func<CancellationToken, Task<IReadOnlyList<MigrationOperations>>> operations, CancellationToken cancellationToken) =>
        new(server, operations, await server.LookOutsideAsync(cancellationToken).ConfigureAwait(false));

    /// <summary>The second look: what changed, undone where the server is ours. A statement whose effect was seen is not told next to it.</summary>
    /// <param name="run">What the migrations did.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<IReadOnlyList<Finding>> EndAsync(MigrationRun run, CancellationToken cancellationToken)
    {
        var after = await server.LookOutsideAsync(cancellationToken).ConfigureAwait(false);
        var changes = await AttributedAsync(OutsideChange.Between([.. before.Where(item => !item.IsUnseen)], [.. after.Where(item => !item.IsUnseen)]), run, cancellationToken).ConfigureAwait(false);
        var findings = new List<Finding>();
        if (after.Where(item => item.IsUnseen).Select(item => item.Names[0]).ToList() is { Count: > 0 } unseen)
        {
            findings.Add(OutsideTheDatabase.Unseen(StageNames.Drift, server.Engine, unseen));
        }

        foreach (var change in changes.Take(Named))
        {
            // What no migration names may be another client's.
            var isUndone = change.Migration is not null && await server.UndoAsync(change, cancellationToken).ConfigureAwait(false);
            findings.Add(OutsideTheDatabase.Of(StageNames.Drift, server.Engine, change with { IsUndone = isUndone }));
        }

        foreach (var statement in run.Outside.Where(statement => !changes.Any(change => change.Migration == statement.Migration && change.IsNamedIn(statement.Text))).Distinct())
        {
            var file = statement is { File: { } path, IsNewFile: true } ? new OutsideChange(null, new OutsideObject("file", [path])) : null;
            findings.Add(OutsideTheDatabase.Of(StageNames.Drift, server.Engine, statement, file is not null && await server.UndoAsync(file, cancellationToken).ConfigureAwait(false)));
        }

        return findings;
    }

    private async Task<IReadOnlyList<OutsideChange>> AttributedAsync(IReadOnlyList<OutsideChange> changes, MigrationRun run, CancellationToken cancellationToken)
    {
        if (changes.Count == 0)
        {
            return changes;
        }

        var migrations = await operations(cancellationToken).ConfigureAwait(false);
        return [.. changes.Select(change => change with
        {
            Migration = run.Outside.FirstOrDefault(statement => change.IsNamedIn(statement.Text))?.Migration
                ?? migrations.FirstOrDefault(migration => migration.Operations.Any(operation => operation.Sql is { } sql && change.IsNamedIn(sql)))?.Id,
        })];
    }
}
