using MigrateBoth.Core;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Reports;
using MigrateBoth.Tool.DesignHost;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.Sessions;

/// <summary>Reads the application's model for both providers.</summary>
internal static class ModelReader
{
    /// <summary>Both at once.</summary>
    public static async Task<EnginePair<EngineModel>> ReadAsync(IDesignHost host, IProgressDisplay progress, CancellationToken cancellationToken)
    {
        using var step = progress.Begin("models");
        var sqlite = host.DescribeAsync(Engine.Sqlite, cancellationToken);
        var mySql = host.DescribeAsync(Engine.MySql, cancellationToken);
        await Task.WhenAll(sqlite, mySql).ConfigureAwait(false);
        var models = new EnginePair<EngineModel>(await sqlite.ConfigureAwait(false), await mySql.ConfigureAwait(false));
        step.Succeed($"{models.Sqlite.Tables.Count} tables, {models.Sqlite.Migrations.Count} and {models.MySql.Migrations.Count} migrations");
        return models;
    }

    /// <summary>What a report says of them.</summary>
    public static ModelInfo Describe(EnginePair<EngineModel> models) => new(
        string.Join(", ", new[] { models.Sqlite.ContextType, models.MySql.ContextType }.Distinct(StringComparer.Ordinal)),
        models.Sqlite.EntityTypeCount,
        models.Sqlite.Tables.Count,
        models.Sqlite.EfCoreVersion,
        models.MySql.ProviderText);
}
