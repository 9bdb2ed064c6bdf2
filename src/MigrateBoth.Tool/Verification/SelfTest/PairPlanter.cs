using MigrateBoth.Core;
using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.SelfTest;
using MigrateBoth.Core.Stages;

namespace MigrateBoth.Tool.Verification.SelfTest;

/// <summary>Runs expressions of two catalogs on both engines.</summary>
internal delegate Task<IReadOnlyList<ExpressionVerdict>> RunExpressions(EnginePair<DatabaseSchema> schemas, IReadOnlyList<ExpressionPair> expressions, CancellationToken cancellationToken);

/// <summary>Adds to one copy of each database what has one text and does not do the same, and holds parity against it: that the expressions are run is what is tested.</summary>
internal sealed class PairPlanter(Func<Engine, ICatalogReader> readers, IReadOnlyDictionary<Engine, ICloneSource> sources, EnginePair<DatabaseSchema> fromModel, EnginePair<EngineModel> models, RunExpressions run)
{
    /// <summary>Plants them all at once and tells how each fared, once for each engine.</summary>
    public async Task<SelfTestResult> RunAsync(CancellationToken cancellationToken)
    {
        var schemas = await Task.WhenAll(EngineNames.All.Select(engine => Task.Run(() => PlantedAsync(engine, cancellationToken), cancellationToken))).ConfigureAwait(false);
        var pair = new EnginePair<DatabaseSchema>(schemas.Single(schema => schema.Engine == Engine.Sqlite), schemas.Single(schema => schema.Engine == Engine.MySql));
        var expressions = ParityStage.Expressions(pair, fromModel, models).Where(expression => expression.Object.Table.StartsWith(PairedDefects.Table, StringComparison.Ordinal)).ToList();
        var verdicts = await run(pair, expressions, cancellationToken).ConfigureAwait(false);
        var found = ParityStage.Run(pair, fromModel, models, verdicts: verdicts).Findings.Where(finding => finding.Object.Table.StartsWith(PairedDefects.Table, StringComparison.Ordinal)).ToList();
        var both = from defect in PairedDefects.All from engine in EngineNames.All select (Defect: defect, Engine: engine, IsFound: found.Any(defect.Sighting.IsMetBy));
        return new SelfTestResult
        {
            Scores = [.. both.Select(one => new KindScore(one.Defect.Id, one.Engine, 1, one.IsFound ? 1 : 0, null))],
            Missed = [.. both.Where(one => !one.IsFound).Select(one => new MissedDefect(one.Defect.Id, one.Defect.Sighting.Object, one.Engine, $"{one.Defect.Sighting}; found: {Words(found)}"))],
        };
    }

    private async Task<DatabaseSchema> PlantedAsync(Engine engine, CancellationToken cancellationToken)
    {
        var clone = await sources[engine].CloneAsync(cancellationToken).ConfigureAwait(false);
        await using (clone.ConfigureAwait(false))
        {
            return await clone.PlantAsync(new RunStatements(DefectCatalogue.Terms(engine).Pairs, []), cancellationToken).ConfigureAwait(false) is { } refusal
                ? throw new MigrateBothException(ExitCode.Incomplete, "clone-failed", $"Expressions to be run could not be planted on {engine.DisplayName()}: {refusal}")
                : await readers(engine).ReadAsync(clone.ConnectionString, cancellationToken).ConfigureAwait(false);
        }
    }

    private static string Words(List<Finding> findings) => findings.Count == 0 ? "nothing" : string.Join(", ", findings.Select(finding => $"{finding.Rule} at {finding.Object}").Distinct());
}
