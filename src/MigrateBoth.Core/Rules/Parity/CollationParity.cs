using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Parity;

/// <summary>MB306: collation differs between the engines.</summary>
internal static class CollationParity
{
    public static DifferenceRule Rule { get; } = new("MB306", "Collation differs between the engines", Severity.Error, DifferenceKind.Collation, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"Text in {d.Object} is compared differently: {d.Left.OrDefault()} on SQLite, {d.Right.OrDefault()} on MySQL{d.Because()}.",
        "Give the column the same case rule on both engines: UseCollation(\"utf8mb4_0900_bin\") (MariaDB: utf8mb4_nopad_bin) with SQLite's BINARY is the pair that agrees in every probe. A provider that ignores UseCollation, as Oracle's does, takes it from UseMigrateBothStringSemantics() of MigrateBoth.EntityFrameworkCore.");
}
