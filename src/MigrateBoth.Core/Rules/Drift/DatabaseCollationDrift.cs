using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Drift;

/// <summary>MB271: database collation differs from the model.</summary>
internal static class DatabaseCollationDrift
{
    public static DifferenceRule Rule { get; } = new("MB271", "Database collation differs from the model", Severity.Warning, DifferenceKind.DatabaseCollation, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"On {d.RightEngine.DisplayName()} the migrations leave the database with the collation {d.Right.OrDefault()}; the model says {d.Left.OrDefault()}.",
        $"Set it back with raw SQL: migrationBuilder.Sql(\"ALTER DATABASE COLLATE {d.Left ?? "..."}\"). UseCollation does not: providers put it on tables and columns. Only what raw SQL creates without a collation takes over the database's.");
}
