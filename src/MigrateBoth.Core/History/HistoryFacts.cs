using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Model;

namespace MigrateBoth.Core.History;

/// <summary>What the history rules judge: the two models and how their migrations pair up.</summary>
public sealed class HistoryFacts
{
    private readonly HistoryBaseline? _baseline;

    /// <summary>Pairs the migrations of both sides.</summary>
    /// <param name="models">The two models.</param>
    /// <param name="baseline">From where they have to match, or null for from the beginning.</param>
    /// <exception cref="Errors.MigrateBothException">78: the baseline names a migration that is not there.</exception>
    public HistoryFacts(EnginePair<EngineModel> models, HistoryBaseline? baseline = null)
    {
        ArgumentNullException.ThrowIfNull(models);
        Models = models;
        _baseline = baseline;
        Pairing = MigrationPairing.Of(Compared(models.Sqlite), Compared(models.MySql));
    }

    /// <summary>The two models.</summary>
    public EnginePair<EngineModel> Models { get; }

    /// <summary>Which migration belongs to which.</summary>
    public MigrationPairing Pairing { get; }

    /// <summary>Both models, in the order in which every report names them.</summary>
    public IEnumerable<EngineModel> Each => [Models.Sqlite, Models.MySql];

    /// <summary>The migrations of a side that have to match: those after the baseline, in the order in which EF Core applies them.</summary>
    public IReadOnlyList<MigrationDescription> Compared(EngineModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return ComparedMigrations.Of(model.Engine, model.Migrations, _baseline);
    }

    /// <summary>Whether the side has tables to migrate and no migration at all.</summary>
    public static bool HasNoMigrations(EngineModel model) =>
        model.Migrations.Count == 0 && model.Tables.Any(table => !table.IsExcludedFromMigrations);

    /// <summary>Whether the side has migrations and no snapshot to compare the model with.</summary>
    public static bool LacksSnapshot(EngineModel model) => model.Migrations.Count > 0 && !model.HasSnapshot;

    /// <summary>The context's name without its namespace.</summary>
    public static string ContextName(EngineModel model) => model.ContextType[(model.ContextType.LastIndexOf('.') + 1)..];
}
