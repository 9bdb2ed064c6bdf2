using MigrateBoth.Core.Model;

namespace MigrateBoth.Core.Rules;

/// <summary>What the history rules judge: the two models and how their migrations pair up.</summary>
public sealed class HistoryFacts
{
    /// <summary>Pairs the migrations of both sides.</summary>
    public HistoryFacts(ModelPair models)
    {
        ArgumentNullException.ThrowIfNull(models);
        Models = models;
        Pairing = MigrationPairing.Of(models.Sqlite.Migrations, models.MySql.Migrations);
    }

    /// <summary>The two models.</summary>
    public ModelPair Models { get; }

    /// <summary>Which migration belongs to which.</summary>
    public MigrationPairing Pairing { get; }

    /// <summary>Both models, in the order in which every report names them.</summary>
    public IEnumerable<EngineModel> Each => [Models.Sqlite, Models.MySql];

    /// <summary>Whether the side has tables to migrate and no migration at all.</summary>
    public static bool HasNoMigrations(EngineModel model) =>
        model.Migrations.Count == 0 && model.Tables.Any(table => !table.IsExcludedFromMigrations);

    /// <summary>Whether the side has migrations and no snapshot to compare the model with.</summary>
    public static bool LacksSnapshot(EngineModel model) => model.Migrations.Count > 0 && !model.HasSnapshot;

    /// <summary>The context's name without its namespace.</summary>
    public static string ContextName(EngineModel model) => model.ContextType[(model.ContextType.LastIndexOf('.') + 1)..];
}
