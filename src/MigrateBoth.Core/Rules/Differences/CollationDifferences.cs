using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Model;

namespace MigrateBoth.Core.Rules.Differences;

/// <summary>Text that is compared differently: by a column, or by what the database gives to columns without a collation.</summary>
internal static class CollationDifferences
{
    public static IReadOnlyList<DifferenceDefinition> All { get; } =
    [
        new(DifferenceKind.Collation)
        {
            Drift = new("MB206", "Collation differs from the model", Severity.Error, d => new(
                $"On {d.RightEngine.DisplayName()} the migrations give {d.Object} the collation {d.Right.OrDefault()}; the model says {d.Left.OrDefault()}.",
                $"Add a migration that alters the column with collation: \"{d.Left}\".")),
            Parity = new("MB306", "Collation differs between the engines", Severity.Error, d => new(
                $"Text in {d.Object} is compared differently: {d.Left.OrDefault()} on SQLite, {d.Right.OrDefault()} on MySQL{d.Because()}.",
                "Give the column the same case rule on both engines: UseCollation(\"utf8mb4_0900_bin\") (MariaDB: utf8mb4_nopad_bin) with SQLite's BINARY is the pair that agrees in every probe. A provider that ignores UseCollation, as Oracle's does, takes it from UseMigrateBothStringSemantics() of MigrateBoth.EntityFrameworkCore.")),
            Between = (d, s) => $"The collation of {d.Object} is {s.Both(d.Left.OrDefault(), d.Right.OrDefault())}.",
            AdviceWithoutModel = _ => DifferenceDefinition.ChooseCollation,
            Fix = FixAction.Alter,
        },
        new(DifferenceKind.DatabaseCollation)
        {
            Drift = new("MB271", "Database collation differs from the model", Severity.Warning, d => new(
                $"On {d.RightEngine.DisplayName()} the migrations leave the database with the collation {d.Right.OrDefault()}; the model says {d.Left.OrDefault()}.",
                $"Set it back with raw SQL: migrationBuilder.Sql(\"ALTER DATABASE COLLATE {d.Left ?? "..."}\"). UseCollation does not: providers put it on tables and columns. Only what raw SQL creates without a collation takes over the database's.")),
            Parity = new("MB371", "Databases compare text differently", Severity.Warning, d => new(
                $"SQLite compares text by {d.Left} ({d.LeftCanonical}), MySQL by {d.Right} ({d.RightCanonical}); this is so for {d.Detail}.",
                "Use modelBuilder.UseCollation(\"utf8mb4_0900_bin\") (MariaDB: utf8mb4_nopad_bin) on MySQL with SQLite's BINARY, the pair that agrees in every probe. A provider that ignores UseCollation, as Oracle's does, takes it from UseMigrateBothStringSemantics() of MigrateBoth.EntityFrameworkCore. Or accept that equality and uniqueness of text differ.")),
            Between = (d, s) => $"The default collation of the database is {s.Both(d.Left.OrDefault(), d.Right.OrDefault())}.",
            AdviceBetween = (d, s) => s.Live is null ? s.Advice : $"Run ALTER DATABASE COLLATE {(d.Left is { } wanted && s.Left != s.Live ? wanted : d.Right ?? "...")} in {s.Live}; no migration does it. Only what raw SQL creates without a collation takes over the database's.",
            AdviceWithoutModel = _ => DifferenceDefinition.ChooseCollation,
        },
    ];
}
