namespace MigrateBoth.Core.Model;

/// <summary>The same application's model under both providers.</summary>
/// <param name="Sqlite">Under SQLite.</param>
/// <param name="MySql">Under MySQL.</param>
public sealed record ModelPair(EngineModel Sqlite, EngineModel MySql)
{
    /// <summary>The migrations of both.</summary>
    public HistoryPair Histories => new(History(Sqlite), History(MySql));

    /// <summary>The model under one engine.</summary>
    public EngineModel this[Engine engine] => engine == Engine.Sqlite ? Sqlite : MySql;

    private static EngineHistory History(EngineModel model) => new(model.Engine, model.ContextType, model.Migrations);
}
