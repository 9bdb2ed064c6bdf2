using MigrateBoth.Core;
using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Reports;
using MigrateBoth.Core.Schema;
using MigrateBoth.Tool.Verification;

namespace MigrateBoth.Tool.Commands.Diff;

/// <summary>Everything that was read for one comparison.</summary>
/// <param name="Left">A.</param>
/// <param name="Right">B.</param>
internal sealed record DiffPair(ReadSide Left, ReadSide Right)
{
    /// <summary>What was read of the application, or null when it was not needed or not reached.</summary>
    public Evidence? Evidence { get; init; }

    /// <summary>What the databases have recorded, where the other side is what the migrations of the same engine build.</summary>
    public RecordedHistory? Recorded { get; init; }

    /// <summary>What running the expressions of two engines came to; null on one engine.</summary>
    public IReadOnlyList<ExpressionVerdict>? Verdicts { get; init; }

    /// <summary>The tables that are not the application's, in words.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>The models, or null without a project.</summary>
    public EnginePair<EngineModel>? Models => Evidence?.Models;

    public IReadOnlyList<ReadSide> Sides => [Left, Right];

    /// <summary>What each engine makes of its model, where both were built for this comparison.</summary>
    public EnginePair<DatabaseSchema>? FromModel =>
        FromModelOn(Engine.Sqlite) is { } sqlite && FromModelOn(Engine.MySql) is { } mySql ? new EnginePair<DatabaseSchema>(sqlite, mySql) : null;

    /// <summary>Both schemas, for reports that show them, in the order of a finding's sides; null where neither could be read.</summary>
    public SchemaSides? Schemas =>
        Left.Schema is null && Right.Schema is null ? null
        : (Left.Operand.Engine, Right.Operand.Engine) == (Engine.MySql, Engine.Sqlite) ? new SchemaSides(Shown(Right), Shown(Left))
        : new SchemaSides(Shown(Left), Shown(Right));

    /// <summary>What kept the comparison from being made, or null.</summary>
    public ReportError? Error => Sides.SelectMany(side => side.Obstacles).FirstOrDefault() is { } first
        ? new ReportError(first.Code, first.Reason, first.Hint)
        : null;

    /// <summary>Combines the two sides that were read.</summary>
    public static DiffPair Of(DiffOptions options, IReadOnlyList<LiveDatabase?> live, Evidence? evidence) => new(
        ReadSide.Of(options.Left, live[0], evidence),
        ReadSide.Of(options.Right, live[1], evidence))
    {
        Evidence = evidence,
    };

    private static SchemaSide Shown(ReadSide side) => new(side.Name, side.Operand.Engine, side.Schema);

    private DatabaseSchema? FromModelOn(Engine engine) => Evidence?.Schemas.FirstOrDefault(schemas => schemas.Engine == engine)?.FromModel;
}
