using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.RoundTrip;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Scratch;
using MigrateBoth.MySql.Scripts;
using MigrateBoth.Tool.DesignHost;

namespace MigrateBoth.Tool.Verification.RoundTrip;

/// <summary>Runs the idempotent script twice in MySQL's own client: it has to build what the migrations build, and the second time nothing.</summary>
/// <param name="host">Writes the script.</param>
/// <param name="server">Where it is run.</param>
/// <param name="catalog">Reads what came of it.</param>
/// <param name="hasOtherTables">Whether the model refers to tables that other contexts make.</param>
/// <param name="run">Runs a script.</param>
internal sealed class ScriptCheck(
    IDesignHost host, IScratchServer server, ICatalogReader catalog, bool hasOtherTables, Func<IScratchServer, string, string, CancellationToken, Task<ClientRun>> run)
{
    /// <summary>Runs; says what was found, how much was compared, and what has to be known.</summary>
    /// <param name="migrated">What the migrations build.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<(IReadOnlyList<RoundTripFact> Facts, int Compared, string Note)> RunAsync(DatabaseSchema migrated, CancellationToken cancellationToken)
    {
        string script;
        try
        {
            script = await host.ScriptAsync(Engine.MySql, from: null, to: null, idempotent: true, cancellationToken).ConfigureAwait(false);
        }
        catch (MigrateBothException exception)
        {
            return ([Fact($"it cannot be written: {exception.Message}")], 1, "idempotent script not run");
        }

        var alone = await RunAsync(script, migrated, withStandIns: false, cancellationToken).ConfigureAwait(false);
        return alone.Facts.Count > 0 && hasOtherTables ? await RunAsync(script, migrated, withStandIns: true, cancellationToken).ConfigureAwait(false) : alone;
    }

    private async Task<(IReadOnlyList<RoundTripFact> Facts, int Compared, string Note)> RunAsync(
        string script, DatabaseSchema migrated, bool withStandIns, CancellationToken cancellationToken)
    {
        var database = await server.CreateDatabaseAsync("script", cancellationToken).ConfigureAwait(false);
        await using (database.ConfigureAwait(false))
        {
            var standIns = withStandIns ? await host.CreateStandInsAsync(Engine.MySql, database.ConnectionString, cancellationToken).ConfigureAwait(false) : [];
            ClientRun? ran = null;
            foreach (var time in new[] { "first", "second" })
            {
                ran = await run(server, database.ConnectionString, script, cancellationToken).ConfigureAwait(false);
                if (ran.Client is null)
                {
                    return ([Fact(ran.Error ?? string.Empty) with { Kind = RoundTripFactKind.ScriptNotRun }], 0, "idempotent script not run");
                }

                if (ran.Error is { } error)
                {
                    return ([Fact($"the {time} run ends with {error.Split('\n')[^1]}") with { Actual = error }], 1, "idempotent script failed");
                }
            }

            var (differences, compared) = SchemaJudge.Compare(
                RoundTripFactKind.ScriptDiffers, string.Empty, migrated, Without(standIns, await catalog.ReadAsync(database.ConnectionString, cancellationToken).ConfigureAwait(false)), []);
            return ([.. differences.Where(difference => difference.Weight != Severity.Info)], compared, $"idempotent script run twice with {ran!.Client}");
        }
    }

    private static DatabaseSchema Without(IReadOnlyList<string> standIns, DatabaseSchema schema) =>
        schema with { Tables = [.. schema.Tables.Where(table => !standIns.Contains(table.Name, StringComparer.OrdinalIgnoreCase))] };

    private static RoundTripFact Fact(string detail) => new()
    {
        Kind = RoundTripFactKind.ScriptDiffers,
        Engine = Engine.MySql,
        Object = new ObjectPath("idempotent script"),
        ObjectKind = ObjectKind.Database,
        Detail = detail,
    };
}
