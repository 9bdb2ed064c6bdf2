using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Stages;

namespace MigrateBoth.Core.SelfTest;

/// <summary>Runs the real stages on a planted schema and says what they found besides what was there before.</summary>
/// <param name="migrated">What the migrations build.</param>
/// <param name="fromModel">What the models build.</param>
/// <param name="models">The models.</param>
public sealed class DefectJudge(SchemaPair migrated, SchemaPair fromModel, ModelPair models)
{
    private readonly Dictionary<Engine, HashSet<Seen>> _before = EngineNames.All.ToDictionary(
        engine => engine,
        engine => Findings(engine, migrated, fromModel, models).Select(Seen.Of).ToHashSet());

    /// <summary>Whether something is found at that object already: a defect there would not tell much.</summary>
    public bool IsSpokenOf(Engine engine, string path) => _before[engine].Any(seen => string.Equals(seen.Object, path, StringComparison.OrdinalIgnoreCase));

    /// <summary>What the stages find now and did not find before.</summary>
    /// <param name="planted">The schema of the copy that the defect was planted in.</param>
    public IReadOnlyList<Finding> FindNew(DatabaseSchema planted)
    {
        ArgumentNullException.ThrowIfNull(planted);
        var pair = planted.Engine == Engine.Sqlite ? migrated with { Sqlite = planted } : migrated with { MySql = planted };
        return [.. Findings(planted.Engine, pair, fromModel, models).Where(finding => !_before[planted.Engine].Contains(Seen.Of(finding)))];
    }

    private static IEnumerable<Finding> Findings(Engine engine, SchemaPair schemas, SchemaPair fromModel, ModelPair models) =>
    [
        .. DriftStage.Run([new DriftInput(schemas[engine], fromModel[engine], models[engine])]).Findings,
        .. ParityStage.Run(schemas, fromModel, models).Findings,
    ];

    private sealed record Seen(string Stage, string Rule, string Object, Engine? Engine, string Message)
    {
        public static Seen Of(Finding finding) => new(finding.Stage, finding.Rule, finding.Object, finding.Engine, finding.Message);
    }
}
