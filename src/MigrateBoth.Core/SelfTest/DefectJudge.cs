using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Rules;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Stages;

namespace MigrateBoth.Core.SelfTest;

/// <summary>Runs the real stages on a planted schema and says what they found besides what was there before.</summary>
/// <param name="migrated">What the migrations build.</param>
/// <param name="fromModel">What the models build.</param>
/// <param name="models">The models.</param>
public sealed class DefectJudge(EnginePair<DatabaseSchema> migrated, EnginePair<DatabaseSchema> fromModel, EnginePair<EngineModel> models)
{
    /// <summary>Where one of these was found, what else is there may be matched with what is missing or too many.</summary>
    private static readonly HashSet<string> Unmatched =
    [
        .. from rules in new[] { RuleSet.Drift, RuleSet.Parity }
           from kind in new[]
           {
               DifferenceKind.MissingTable, DifferenceKind.ExtraTable, DifferenceKind.MissingColumn, DifferenceKind.ExtraColumn, DifferenceKind.PrimaryKey,
               DifferenceKind.UniqueConstraint, DifferenceKind.MissingIndex, DifferenceKind.ExtraIndex, DifferenceKind.MissingForeignKey,
               DifferenceKind.ExtraForeignKey, DifferenceKind.MissingCheck, DifferenceKind.ExtraCheck, DifferenceKind.ObjectName,
           }
           select RuleSet.For(rules, kind).Id,
    ];

    private readonly Dictionary<Engine, HashSet<Seen>> _before = EngineNames.All.ToDictionary(
        engine => engine,
        engine => Findings(engine, migrated, fromModel, models).Select(Seen.Of).ToHashSet());

    /// <summary>
    /// Whether something is found there already: a defect beside another is not judged on its own, such as an index too many where one is
    /// missing, which is an index under another name.
    /// </summary>
    public bool IsSpokenOf(Engine engine, ObjectPath path) => _before[engine].Any(seen =>
        seen.Object.IsSameAs(path)
        || (Unmatched.Contains(seen.Rule) && string.Equals(seen.Object.Table, path.Table, StringComparison.OrdinalIgnoreCase)));

    /// <summary>What the stages find now and did not find before.</summary>
    /// <param name="planted">The schema of the copy that the defect was planted in.</param>
    public IReadOnlyList<Finding> FindNew(DatabaseSchema planted)
    {
        ArgumentNullException.ThrowIfNull(planted);
        var pair = planted.Engine == Engine.Sqlite ? migrated with { Sqlite = planted } : migrated with { MySql = planted };
        return [.. Findings(planted.Engine, pair, fromModel, models).Where(finding => !_before[planted.Engine].Contains(Seen.Of(finding)))];
    }

    private static IEnumerable<Finding> Findings(Engine engine, EnginePair<DatabaseSchema> schemas, EnginePair<DatabaseSchema> fromModel, EnginePair<EngineModel> models) =>
    [
        .. DriftStage.Run([new DriftInput(schemas[engine], fromModel[engine], models[engine])]).Findings,
        .. ParityStage.Run(schemas, fromModel, models).Findings,
    ];

    private sealed record Seen(string Stage, string Rule, ObjectPath Object, Engine? Engine, string Message)
    {
        public static Seen Of(Finding finding) => new(finding.Stage, finding.Rule, finding.Object, finding.Engine, finding.Message);
    }
}
