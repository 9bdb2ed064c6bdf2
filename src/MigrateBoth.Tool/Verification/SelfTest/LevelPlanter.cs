using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.RoundTrip;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Scratch;
using MigrateBoth.Core.SelfTest;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.DesignHost;
using MigrateBoth.Tool.Scratch;
using MigrateBoth.Tool.Verification.RoundTrip;

namespace MigrateBoth.Tool.Verification.SelfTest;

/// <summary>
/// Plants on one engine what no catalog shows. For level 4 the last migration that can be used does other things to rows, and leaves an index behind on its way back;
/// for level 5 all texts of a copy ignore case, and all its decimals are rounded where the engine's types have a precision.
/// </summary>
/// <param name="ground">The engine's migrated database.</param>
/// <param name="host">The application.</param>
/// <param name="models">Its models.</param>
/// <param name="servers">The servers.</param>
/// <param name="configuration">What is configured for the round trip.</param>
/// <param name="context">Services and progress.</param>
internal sealed class LevelPlanter(PlantingGround ground, IDesignHost host, EnginePair<EngineModel> models, RunServers servers, MigrateBothConfiguration configuration, CommandContext context)
{
    private const string Index = "IX_MigrateBothSelfTest";

    /// <summary>How far back a migration is looked for that works on a table which was there before.</summary>
    private const int Looked = 5;

    /// <summary>Plants and detects the defects of level 4.</summary>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<SelfTestResult> RoundTripAsync(CancellationToken cancellationToken)
    {
        var plan = TripPlan.Of(models, configuration.Baseline, configuration.RoundTrip);
        foreach (var stop in plan.Stops.Reverse().Take(Looked))
        {
            var content = await host.ContentAsync(ground.Engine, stop.Ids[ground.Engine], cancellationToken).ConfigureAwait(false);
            var made = content.Up.Where(operation => operation.Kind == "CreateTable").Select(operation => operation.Table).ToHashSet(StringComparer.OrdinalIgnoreCase);
            var place = ground.Loose(column => column.IsNullable).FirstOrDefault(place =>
                content.Up.Any(operation => string.Equals(operation.Table, place.Table.Name, StringComparison.OrdinalIgnoreCase)) && !made.Contains(place.Table.Name)
                && !content.Up.Any(operation => string.Equals(operation.Name, place.Column.Name, StringComparison.OrdinalIgnoreCase)) && place.Table.PrimaryKey is not null);
            if (content.Down.Count > 0 && place.Table is not null)
            {
                return await RoundTripAsync(plan with { Stops = [stop] }, place.Table, place.Column, cancellationToken).ConfigureAwait(false);
            }
        }

        const string Why = "no migration works on a table that was there before and has an optional column";
        return new SelfTestResult { Scores = [new KindScore(LevelKinds.Data, ground.Engine, 0, 0, Why), new KindScore(LevelKinds.Trace, ground.Engine, 0, 0, Why)] };
    }

    /// <summary>Plants and detects the defects of level 5.</summary>
    /// <param name="schemas">What was read, with the means to copy it.</param>
    /// <param name="before">What level 5 found without defects.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<SelfTestResult> BehaviourAsync(IReadOnlyList<EngineSchemas> schemas, IReadOnlyList<Finding> before, CancellationToken cancellationToken)
    {
        var (texts, decimals) = (new List<string>(), new List<string>());
        var clone = await schemas.Single(engine => engine.Engine == ground.Engine).Copies!.CloneAsync(cancellationToken).ConfigureAwait(false);
        await using var database = new ClonedDatabase(clone, ground.Engine);
        foreach (var table in ground.Tables)
        {
            var planted = table with { Columns = [.. table.Columns.Select(column => Weakened(table, column, texts, decimals))] };
            if (!planted.Columns.SequenceEqual(table.Columns) && await clone.PlantAsync(new ReplaceTable(table, planted), cancellationToken).ConfigureAwait(false) is { } refusal)
            {
                throw new MigrateBothException(ExitCode.Incomplete, "clone-failed", $"The columns of {table.Name} could not be altered in the copy of the {ground.Engine.DisplayName()} database: {refusal}");
            }
        }

        IReadOnlyList<EngineSchemas> copied = [.. schemas.Select(engine => engine.Engine == ground.Engine ? engine with { Database = database } : engine)];
        var run = await new BehaviourProbing(host, models, context.Progress).RunAsync(copied, cancellationToken).ConfigureAwait(false);
        var known = before.Select(finding => (finding.Rule, finding.Message)).ToHashSet();
        var found = run.Stage.Findings.Where(finding => !known.Contains((finding.Rule, finding.Message))).ToList();
        KindScore[] scores = [Score(LevelKinds.Texts, texts), .. LevelKinds.IsPlantedIn(LevelKinds.Decimals, ground.Engine) ? [Score(LevelKinds.Decimals, decimals)] : Array.Empty<KindScore>()];
        return new SelfTestResult
        {
            Scores = scores,
            Missed = [.. scores.Where(score => score.Found < score.Planted).Select(score => new MissedDefect(score.Kind, new ObjectPath("all of them"), ground.Engine, $"a finding of level 5 about one of them; found: {Words(found)}"))],
        };

        KindScore Score(string kind, List<string> columns) => columns.Count == 0
            ? new KindScore(kind, ground.Engine, 0, 0, "the schema has no place for it")
            : new KindScore(kind, ground.Engine, 1, found.Exists(finding => finding.Objects.Append(finding.Object.ToString()).Intersect(columns, StringComparer.OrdinalIgnoreCase).Any()) ? 1 : 0, null);
    }

    private async Task<SelfTestResult> RoundTripAsync(TripPlan plan, Table table, Column column, CancellationToken cancellationToken)
    {
        var (stop, quote) = (plan.Stops[0], ground.Terms.Quote);
        var (isUpPlanted, isDownPlanted) = (false, false);
        async Task PlantAsync(string target, IScratchDatabase database, CancellationToken token)
        {
            string[] statements = [];
            if (!isUpPlanted && target == stop.Ids[ground.Engine])
            {
                (isUpPlanted, statements) = (true, [$"UPDATE {quote(table.Name)} SET {quote(column.Name)} = NULL"]);
            }
            else if (isUpPlanted && !isDownPlanted && target == stop.Before[ground.Engine])
            {
                (isDownPlanted, statements) = (true, [$"CREATE INDEX {quote(Index)} ON {quote(table.Name)} ({quote(table.PrimaryKey!.Columns[0])})"]);
            }

            if (statements.Length > 0)
            {
                var session = await context.Services.Execution(ground.Engine).OpenAsync(database, token).ConfigureAwait(false);
                await using var scope = session.ConfigureAwait(false);
                if (await session.ExecuteAsync(statements, token).ConfigureAwait(false) is { } refusal)
                {
                    throw new MigrateBothException(ExitCode.Incomplete, "clone-failed", $"'{statements[0]}' is refused: {refusal.Message}");
                }
            }
        }

        List<TripSide> sides = [];
        try
        {
            foreach (var engine in EngineNames.All)
            {
                var server = await servers.GetAsync(engine).WaitAsync(cancellationToken).ConfigureAwait(false);
                sides.Add(new TripSide(host, models[engine], server, context.Services.CatalogReader(models[engine]), context.Services.RowStore(engine)) { Stepped = engine == ground.Engine ? PlantAsync : null });
            }

            var result = await new RoundTripRunner(sides, host.ContentAsync, configuration.RoundTrip, context.Progress).RunAsync(plan, cancellationToken).ConfigureAwait(false);
            var place = table.Path(column.Name);
            (string Kind, ObjectPath Object, bool IsPlanted, bool IsFound)[] both =
            [
                (LevelKinds.Data, place, isUpPlanted, result.Facts.Any(fact => fact.Kind is RoundTripFactKind.ValuesNotKept or RoundTripFactKind.DataDiffers && (fact.Object == place || fact.Place == place))),
                (LevelKinds.Trace, table.Path(Index), isDownPlanted, result.Facts.Any(fact => fact.Kind == RoundTripFactKind.DownLeavesTrace && fact.Object == table.Path(Index))),
            ];
            return new SelfTestResult
            {
                Scores = [.. both.Select(one => new KindScore(one.Kind, ground.Engine, one.IsPlanted ? 1 : 0, one is { IsPlanted: true, IsFound: true } ? 1 : 0, one.IsPlanted ? null : "the step was not reached"))],
                Missed = [.. both.Where(one => one is { IsPlanted: true, IsFound: false }).Select(one => new MissedDefect(
                    one.Kind, one.Object, ground.Engine, $"a finding of level 4; found: {(result.Facts.Count == 0 ? "nothing" : string.Join(", ", result.Facts.Select(fact => $"{fact.Kind} at {fact.Object}").Distinct()))}"))],
            };
        }
        finally
        {
            foreach (var side in sides)
            {
                await side.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private Column Weakened(Table table, Column column, List<string> texts, List<string> decimals)
    {
        var isTied = column.Generated is not null || table.PrimaryKey?.Columns.Contains(column.Name) == true || table.ForeignKeys.Any(key => key.Columns.Contains(column.Name))
            || ground.Schema.Tables.SelectMany(other => other.ForeignKeys).Any(key => key.PrincipalTable == table.Name && key.PrincipalColumns.Contains(column.Name));
        var twin = ground.Twin(table).Columns.FirstOrDefault(other => other.Name == column.Name);
        if (!isTied && twin is not null && ground.Terms.IsText(column) && ground.Terms.IsCollated(column, twin) && column.Collation?.EndsWith("_ci", StringComparison.Ordinal) != true)
        {
            texts.Add(table.Path(column.Name).ToString());
            return column with { Collation = ground.Terms.IgnoringCase, CharacterSet = null };
        }

        if (!isTied && column.Type is { Name: "decimal", Scale: > 0 })
        {
            decimals.Add(table.Path(column.Name).ToString());
            return column with { Type = StoreTypeParser.Parse($"decimal({column.Type.Precision},0)") };
        }

        return column;
    }

    private static string Words(List<Finding> findings) => findings.Count == 0 ? "nothing" : string.Join(", ", findings.Select(finding => $"{finding.Rule} at {finding.Object}").Distinct());

    /// <summary>A copy as a database that goes with it.</summary>
    private sealed class ClonedDatabase(IClone clone, Engine engine) : IScratchDatabase
    {
        public Engine Engine => engine;

        public string Name => "planted";

        public string ConnectionString => clone.ConnectionString;

        public ValueTask DisposeAsync() => clone.DisposeAsync();
    }
}

/// <summary>The kinds of levels 4 and 5.</summary>
internal static class LevelKinds
{
    public const string Data = "roundtrip-other-rows";
    public const string Trace = "roundtrip-down-leaves-index";
    public const string Texts = "behaviour-texts-ignore-case";
    public const string Decimals = "behaviour-decimals-rounded";

    /// <summary>What each of them is. SQLite's types have no precision.</summary>
    public static IReadOnlyList<(string Id, string Title, IReadOnlyList<Engine> Engines)> All { get; } =
    [
        (Data, "Up does other things to rows", EngineNames.All),
        (Trace, "Down without its DropIndex", EngineNames.All),
        (Texts, "texts of another collation, seen by the application's queries", EngineNames.All),
        (Decimals, "decimals of another precision, seen by the application's queries", [Engine.MySql]),
    ];

    /// <summary>Whether a kind is planted in an engine.</summary>
    public static bool IsPlantedIn(string kind, Engine engine) => All.Single(one => one.Id == kind).Engines.Contains(engine);
}
