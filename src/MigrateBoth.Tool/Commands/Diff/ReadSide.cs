using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Reports;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Scratch;
using MigrateBoth.Tool.Verification;

namespace MigrateBoth.Tool.Commands.Diff;

/// <summary>One side, and what could be read of it.</summary>
internal sealed record ReadSide
{
    /// <summary>What was requested.</summary>
    public required DiffOperand Operand { get; init; }

    /// <summary>How findings call it.</summary>
    public required string Name { get; init; }

    /// <summary>The database, where it is one that is there.</summary>
    public LiveDatabase? Live { get; init; }

    /// <summary>The server it was read from.</summary>
    public EngineInfo? Server { get; init; }

    /// <summary>The schema, or null when it could not be had.</summary>
    public DatabaseSchema? Schema { get; init; }

    /// <summary>Why it could not; empty when it is there.</summary>
    public IReadOnlyList<SchemaObstacle> Obstacles { get; init; } = [];

    /// <summary>Creates a side from the schemas that were read.</summary>
    public static ReadSide Of(DiffOperand operand, LiveDatabase? live, Evidence? evidence)
    {
        if (live is not null)
        {
            return new ReadSide
            {
                Operand = operand,
                Name = live.Name,
                Live = live,
                Server = live.Server,
                Schema = live.Schema,
                Obstacles = live.Obstacle is { } obstacle ? [obstacle] : [],
            };
        }

        var schemas = evidence?.Schemas.FirstOrDefault(candidate => candidate.Engine == operand.Engine);
        var schema = operand.Source == DiffSource.Migrations ? schemas?.Migrated : schemas?.FromModel;
        return new ReadSide
        {
            Operand = operand,
            Name = operand.ToString(),
            Server = evidence?.Servers.GetValueOrDefault(operand.Engine),
            Schema = schema,
            // Obstacles of the other schema, which was not requested, do not matter here.
            Obstacles = schema is null ? schemas?.Obstacles ?? [] : [],
        };
    }

    /// <summary>Its description for a report.</summary>
    public ComparedSide Describe() => new(Name, Operand.Source, Operand.Engine, Server, Schema?.Tables.Count);
}
